import { escapeLike, fold } from '#shared/locale/text.ts';
import type { Ctx } from '../context.ts';
import { aggregate } from '../records/aggregate.ts';
import { findTagField } from './find-tag-field.ts';

export interface Tag {
  id: string;
  field: string;
  name: string;
  color: string | null;
}

const defaultLimit = 20;
const mostListed = 1000;

/** Words of a field's catalogue for whoever types one: those that begin so first, then those with it inside. */
export async function suggestTags(
  ctx: Ctx,
  fieldName: string,
  { q = '', limit = defaultLimit }: { q?: string | undefined; limit?: number | undefined } = {},
): Promise<Tag[]> {
  findTagField(ctx, fieldName);
  const typed = escapeLike(fold(q.trim()));
  const rows = await ctx.tables
    .selectFrom('tag')
    .select(['id', 'field', 'name', 'color'])
    .where('field', '=', fieldName)
    .where('folded', 'like', `%${typed}%`)
    .orderBy((eb) => eb('folded', 'like', `${typed}%`), 'desc')
    .orderBy('folded')
    .limit(limit)
    .execute();
  return rows;
}

/** The whole catalogue of a field, with how many of the records that the actor sees carry each word in any spelling. */
export async function countTags(
  ctx: Ctx,
  fieldName: string,
): Promise<{ items: (Tag & { count: number })[]; complete: boolean }> {
  const { object, field } = findTagField(ctx, fieldName);
  const tags = await suggestTags(ctx, fieldName, { limit: mostListed });
  const { groups, complete } = await aggregate(ctx, object.key, {
    groupBy: [{ field: field.key }],
    measures: [{ fn: 'count' }],
  });
  const counts = new Map<string, number>();
  for (const { keys, values } of groups)
    if (typeof keys[0] === 'string') {
      const folded = fold(keys[0]);
      counts.set(folded, (counts.get(folded) ?? 0) + Number(values[0]));
    }
  return {
    items: tags.map((tag) => ({ ...tag, count: counts.get(fold(tag.name)) ?? 0 })),
    complete: complete && tags.length < mostListed,
  };
}
