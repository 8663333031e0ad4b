import type { Ctx } from '../context.ts';
import type { RecordLink } from '../history/read-history.ts';
import { qualified } from '../records/sql.ts';

/** When what people wrote in records was changed last, by id; those that were never are not in it. */
export async function findEdited(
  ctx: Ctx,
  links: readonly RecordLink[],
): Promise<Map<string, string>> {
  const edited = new Map<string, string>();
  for (const [key, group] of Map.groupBy(links, ({ object }) => object)) {
    const { hidden } = ctx.access.of(key);
    const texts = ctx.model.objects.get(key)?.timeline?.texts?.filter((text) => !hidden.has(text));
    if (!texts || texts.length === 0) continue;
    // Filled in for the first time is no change of it.
    const rows = await ctx.db.prepared(
      `select h.record_id, max(h.at) from ${qualified(ctx.workspace.schema, 'history')} h
       where h.object = $1 and h.record_id = any($2::uuid[]) and h.action = 'update'
         and exists (select from unnest($3::text[]) f where h.changes ? f and h.changes -> f -> 0 <> 'null'::jsonb)
       group by 1`,
      [key, group.map(({ id }) => id), texts],
    );
    for (const [id, at] of rows) edited.set(String(id), String(at));
  }
  return edited;
}
