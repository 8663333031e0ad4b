import type { Ctx } from '#engine/context.ts';
import { findObject, scopeOf, tableOf } from '#engine/records/find-object.ts';
import { reachSql } from '#engine/records/where.ts';

/** Those of the activities that the actor may change. */
export async function changeableIds(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  const { update } = ctx.access.of('activity');
  if (update === true || ids.length === 0) return new Set(ids);
  const object = findObject(ctx, 'activity');
  const scope = scopeOf(ctx, object);
  const rows = await ctx.db.prepared(
    `select t.id from ${tableOf(ctx, object)} t` +
      ` where t.id = any(${scope.params.add(ids, 'uuid[]')}) and ${reachSql(scope, update)}`,
    scope.params.values,
  );
  return new Set(rows.map(([id]) => String(id)));
}
