import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { titleSql } from './title-sql.ts';
import { reachSql } from './where.ts';

/** Titles of records by id, of those the actor may see (in the `trash` too, when asked for); one query per object. */
export async function findTitles(
  ctx: Ctx,
  links: readonly { object: string; id: string }[],
  { trash = false }: { trash?: boolean } = {},
): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const [key, found] of Map.groupBy(links, ({ object }) => object)) {
    const object = ctx.model.objects.get(key);
    if (!object) continue;
    const scope = scopeOf(ctx, object);
    const ids = scope.params.add([...new Set(found.map(({ id }) => id))], 'uuid[]');
    const rows = await ctx.db.prepared(
      `select t.id, ${titleSql(ctx, object, 't')} from ${tableOf(ctx, object)} t` +
        ` where t.id = any(${ids})${trash ? '' : ' and t.deleted_at is null'} and ${reachSql(scope, ctx.access.of(key).read)}`,
      scope.params.values,
    );
    for (const [id, title] of rows) if (typeof title === 'string') titles.set(String(id), title);
  }
  return titles;
}
