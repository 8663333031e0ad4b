import type { Ctx } from '../../context.ts';
import { findObject, scopeOf, tableOf } from '../find-object.ts';
import { qualified } from '../sql.ts';
import { reachSql } from '../where.ts';

/**
 * The living record that this one was merged into, through however many merges; undefined unless both are within the
 * actor's reach.
 */
export async function findSurvivor(
  ctx: Ctx,
  objectKey: string,
  id: string,
): Promise<string | undefined> {
  const object = findObject(ctx, objectKey);
  const log = qualified(ctx.workspace.schema, 'merge_log');
  const scope = scopeOf(ctx, object);
  const seen = reachSql(scope, ctx.access.of(object.key).read);
  const own = scope.params.add(id, 'uuid');
  const key = scope.params.add(object.key, 'text');
  const [row] = await ctx.db.query(
    `with recursive above (id) as (
       select survivor_id from ${log} where object = ${key} and merged_ids @> array[${own}] and undone_at is null
       union
       select l.survivor_id from above a join ${log} l on l.merged_ids @> array[a.id]
       where l.object = ${key} and l.undone_at is null
     )
     select t.id from above a join ${tableOf(ctx, object)} t on t.id = a.id
     where t.deleted_at is null and ${seen}
       and exists (select from ${tableOf(ctx, object)} t where t.id = ${own} and t.deleted_at is not null and ${seen})
     limit 1`,
    scope.params.values,
  );
  return row && String(row[0]);
}
