import { sql } from 'kysely';
import { escapeLike, fold } from '#shared/locale/text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { aggregate } from '../records/aggregate.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { column, columnName } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { findTagField } from './find-tag-field.ts';

export interface Tag {
  id: string;
  field: string;
  name: string;
  color: string | null;
}

const defaultLimit = 20;
const mostListed = 1000;

/**
 * Words of a field's catalogue for whoever types one: those that begin so first, then those with it inside. A word may
 * itself be what somebody must not learn of a record: who does not reach all of them is told the words of those they
 * reach, and what an administrator gave a colour for everyone to use.
 */
export async function suggestTags(
  ctx: Ctx,
  fieldName: string,
  { q = '', limit = defaultLimit }: { q?: string | undefined; limit?: number | undefined } = {},
): Promise<Tag[]> {
  const { object, field } = findTagField(ctx, fieldName);
  const typed = escapeLike(fold(q.trim()));
  const reached =
    ctx.access.of(object.key).read === true ? undefined : await reachedWords(ctx, object, field);
  const rows = await ctx.tables
    .selectFrom('tag')
    .select(['id', 'field', 'name', 'color'])
    .where('field', '=', fieldName)
    .where('folded', 'like', `%${typed}%`)
    .$if(reached !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('color', 'is not', null), sql<boolean>`folded = any(${reached}::text[])`]),
      ),
    )
    .orderBy((eb) => eb('folded', 'like', `${typed}%`), 'desc')
    .orderBy('folded')
    .limit(limit)
    .execute();
  return rows;
}

/** Folded, of the living records that the actor may see. */
async function reachedWords(ctx: Ctx, object: ModelObject, field: ModelField): Promise<string[]> {
  const scope = scopeOf(ctx, object);
  const list = column('t', columnName(field, ''));
  const rows = await ctx.db.prepared(
    `select distinct unnest(${list}) from ${tableOf(ctx, object)} t
     where t.deleted_at is null and ${list} is not null and ${reachSql(scope, ctx.access.of(object.key).read)}`,
    scope.params.values,
  );
  return [...new Set(rows.map(([word]) => fold(String(word))))];
}

/** The whole catalogue of a field as far as it is suggested, with how many of the records that the actor sees carry each word in any spelling. */
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
