import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { reachSql } from '../records/where.ts';

/** Whether any of the records is there, and out of the actor's sight. Never for an answer: only for the audit. */
export async function hasHidden(ctx: Ctx, path: string, ids: readonly string[]): Promise<boolean> {
  const object = ctx.model.byPath.get(path);
  const known = ids.filter(isId);
  if (!object || known.length === 0) return false;
  const scope = scopeOf(ctx, object);
  const rows = await ctx.db.prepared(
    `select 1 from ${tableOf(ctx, object)} t where t.id = any(${scope.params.add(known, 'uuid[]')})` +
      ` and t.deleted_at is null and (${reachSql(scope, ctx.access.of(object.key).read)}) is not true limit 1`,
    scope.params.values,
  );
  return rows.length > 0;
}
