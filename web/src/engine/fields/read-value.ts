import type { Reference } from '#web/api/records.ts';

/** Values come as JSON of the kind that the model says; these read them without trusting it. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(asText).filter((text) => text !== '') : [];

export function asReference(value: unknown): Reference | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const { id } = value;
  const title = 'title' in value ? value.title : 'name' in value ? value.name : null;
  if (typeof id !== 'string') return null;
  return { id, title: typeof title === 'string' ? title : null };
}

export const asReferences = (value: unknown): Reference[] =>
  Array.isArray(value) ? value.map(asReference).filter((each) => each !== null) : [];

export const titlesOf = (references: readonly Reference[]): string =>
  references
    .map(({ title }) => title ?? '')
    .filter(Boolean)
    .join(', ');

/** A list without anything is no value. */
export const orNull = <T>(list: readonly T[]): readonly T[] | null =>
  list.length > 0 ? list : null;

export const partOf = (value: unknown, part: string): string =>
  typeof value === 'object' && value !== null ? asText(Reflect.get(value, part)) : '';
