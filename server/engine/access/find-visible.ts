import { forbidden, notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, scopeOf, tableOf } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { lockRecords } from '../records/lock.ts';
import { reachSql } from '../records/where.ts';

/** Those of the records that live and that the actor may see, with their versions. */
export async function visibleIds(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const scope = scopeOf(ctx, object);
  const rows = await ctx.db.prepared(
    `select t.id, t.version from ${tableOf(ctx, object)} t where t.id = any(${scope.params.add(ids, 'uuid[]')})` +
      ` and t.deleted_at is null and ${reachSql(scope, ctx.access.of(object.key).read)}`,
    scope.params.values,
  );
  return new Map(rows.map(([id, version]) => [String(id), Number(version)]));
}

/** For what hangs on a record and is read with it: not found unless the record is. */
export async function requireVisible(ctx: Ctx, objectKey: string, id: string) {
  const object = findObject(ctx, objectKey);
  if (!isId(id)) throw notFound();
  const [found] = await visibleIds(ctx, object, [id]);
  if (!found) throw notFound();
  return { object, id: found[0], version: found[1] };
}

/** For what hangs on a record and is changed by who may change it; the record is locked. */
export async function requireChangeable(ctx: Ctx, objectKey: string, recordId: string) {
  const object = findObject(ctx, objectKey);
  if (!isId(recordId)) throw notFound();
  const id = recordId.toLowerCase();
  const locked = (await lockRecords(ctx, object, [id], 'update')).get(id);
  if (!locked) throw notFound();
  if (!locked.allowed) throw forbidden();
  return { object, id, version: Number(locked.values['version']), values: locked.values };
}
