import { fold } from '#shared/locale/text.ts';
import type { CountedTag } from './tags-query.ts';

export type TagOrder = 'count' | 'name';

/** Those with the typed words in them, accents or not; the most used first, or by name. */
export const findTags = (
  tags: readonly CountedTag[],
  typed: string,
  order: TagOrder,
): CountedTag[] => {
  const wanted = fold(typed.trim());
  const byName = (a: CountedTag, b: CountedTag) => a.name.localeCompare(b.name, 'vi');
  return tags
    .filter(({ name }) => fold(name).includes(wanted))
    .toSorted((a, b) => (order === 'count' ? b.count - a.count : 0) || byName(a, b));
};

/** The one that a new name would be the same as, to the server: case and accents do not tell two tags apart. */
export const sameTag = (
  tags: readonly CountedTag[],
  { id }: CountedTag,
  name: string,
): CountedTag | undefined => {
  const wanted = fold(name.trim());
  return tags.find((each) => each.id !== id && fold(each.name) === wanted);
};
