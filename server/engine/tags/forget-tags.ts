import { fold } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { column, columnName, qualified } from '../records/sql.ts';
import { forgetKnownTags, tagFields } from './learn-tags.ts';

/**
 * Takes words out of the catalogues that only these records carry, before they are erased. Those with a colour stay: an
 * administrator chose them. A word that another record spells otherwise comes back at night.
 */
export async function forgetTags(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<void> {
  for (const field of tagFields(object)) {
    const list = column('t', columnName(field, ''));
    const rows = await ctx.db.prepared(
      `select distinct unnest(${list}) from ${tableOf(ctx, object)} t where t.id = any($1::uuid[])`,
      [ids],
    );
    const spellings = Map.groupBy(
      rows.map(([word]) => String(word)),
      fold,
    );
    if (spellings.size === 0) continue;
    await ctx.db.prepared(
      `delete from ${qualified(ctx.workspace.schema, 'tag')} g
       using jsonb_to_recordset($1::jsonb) as x(folded text, words text[])
       where g.field = $2 and g.folded = x.folded and g.color is null and not exists (
         select from ${tableOf(ctx, object)} t where ${list} && (x.words || g.name) and t.id <> all($3::uuid[]))`,
      [
        JSON.stringify([...spellings].map(([folded, words]) => ({ folded, words }))),
        `${object.key}.${field.key}`,
        ids,
      ],
    );
    ctx.afterCommit(() => forgetKnownTags(ctx));
  }
}
