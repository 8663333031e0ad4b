import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from './find-object.ts';
import { columnsSql, layoutOf, valuesFrom } from './layout.ts';
import type { Values } from './rules.ts';
import { reachSql } from './where.ts';

export interface Locked {
  values: Values;
  /** Within the actor's reach for the verb, not only visible. */
  allowed: boolean;
}

/**
 * Locks records that the actor may see and reads them whole; those missing from the answer do not exist for the actor.
 * Locks are taken in the order of ids, so that two writers of the same records never wait for each other.
 */
export async function lockRecords(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
  verb: 'update' | 'delete',
  trash = false,
): Promise<Map<string, Locked>> {
  const scope = scopeOf(ctx, object);
  const layout = layoutOf(object);
  const access = ctx.access.of(object.key);
  const allowed = reachSql(scope, access[verb]);
  // Restoring shows the record, so it takes the right to see it beside the right to remove it.
  const seen = `${reachSql(scope, access.read)}${trash ? ` and ${allowed}` : ''}`;
  const rows = await ctx.db.prepared(
    `select ${columnsSql(layout.entries, 't')}, (${allowed}) is true from ${tableOf(ctx, object)} t` +
      ` where t.id = any(${scope.params.add(ids, 'uuid[]')})` +
      ` and t.deleted_at is ${trash ? 'not ' : ''}null and ${seen} order by t.id for no key update of t`,
    scope.params.values,
  );
  return new Map(
    rows.map((cells) => {
      const values = valuesFrom(layout, cells);
      return [String(values['id']), { values, allowed: cells[layout.width] === true }];
    }),
  );
}
