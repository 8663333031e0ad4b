import { AppError, conflict, forbidden, notFound } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import { searchedWrite } from './searched-write.ts';
import { asSystem } from '../../access/as-system.ts';
import type { Ctx } from '../../context.ts';
import { refreshOwnRollups } from '../../rollups/refresh-rollups.ts';
import { withTransaction } from '../../transaction.ts';
import { checkTrees } from '../check-trees.ts';
import { findObject, tableOf } from '../find-object.ts';
import { isId, presentWritten } from '../get.ts';
import { lockRecords, type Locked } from '../lock.ts';
import { sameValue } from '../parse-values.ts';
import { runAfterRules } from '../run-rules.ts';
import type { Change, Values } from '../rules.ts';
import type { PresentedRecord } from '../selection.ts';
import { column, columnName, qualified } from '../sql.ts';
import { stamp } from '../update.ts';
import { namingUnique } from '../write-errors.ts';
import { updateRows, type Write } from '../write-rows.ts';
import { returnAttachedRows } from './attached-rows.ts';
import { mergeTimeout } from './lock-for-merge.ts';
import { partsOf } from './parts.ts';
import { returnLinks } from './return-links.ts';

export const undoableDays = 30;

/**
 * Takes a merge back within 30 days: what was merged returns from the trash, the survivor's fields that nobody changed since
 * get their values from before, and the links that moved and still point to the survivor go back.
 */
export async function undoMerge(
  ctx: Ctx,
  mergeId: string,
): Promise<{ survivor: PresentedRecord; restored: PresentedRecord[] }> {
  if (!isId(mergeId)) throw notFound();
  return withTransaction(ctx, async (ctx) => {
    await ctx.db.query(mergeTimeout, []);
    const log = await ctx.tables
      .selectFrom('merge_log')
      .selectAll()
      .where('id', '=', mergeId)
      .forUpdate()
      .executeTakeFirst();
    if (!log) throw notFound();
    const object = findObject(ctx, log.object);
    const { survivor, merged } = await lockAgain(ctx, object, log.survivor_id, log.merged_ids);
    if (log.undone_at !== null) throw conflict();
    const age = ctx.now.getTime() - new Date(log.at).getTime();
    if (age > undoableDays * 86_400_000) throw new AppError('gone');

    const reason = `undoMerge:${mergeId}`;
    await returnLinks(ctx, object, { mergeId, survivor: log.survivor_id, merged: log.merged_ids });
    await returnAttachedRows(ctx, object, mergeId, log.survivor_id);
    const back = putBack(object, survivor, log.changes[log.survivor_id] ?? {});
    const survivorWrite = searchedWrite(object, survivor, back, 'update', reason);
    const restores = merged.map((values): Write => {
      putBack(object, values, log.changes[String(values['id'])] ?? {});
      values['deletedAt'] = null;
      return { values, changes: {}, action: 'restore', search: 'write', reason };
    });
    await writeAll(ctx, object, [survivorWrite]);
    await writeAll(ctx, object, restores, log.changes);
    await refuseRings(ctx, object, log);
    await ctx.tables
      .updateTable('merge_log')
      .set({
        undone_at: ctx.now.toISOString(),
        undone_by: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      })
      .where('id', '=', mergeId)
      .execute();
    // What a rule merged along may be out of the reach of who undoes it, as it was of who merged.
    for (const part of await partsOf(ctx, mergeId)) await undoMerge(asSystem(ctx, reason), part);
    const before = beforeOf(survivor, back);
    await runAfterRules(ctx, object, [{ id: log.survivor_id, before, after: survivor }]);
    await refreshOwnRollups(ctx, object, [log.survivor_id, ...log.merged_ids]);
    const [record] = await presentWritten(ctx, object, [log.survivor_id]);
    if (!record) throw notFound();
    return { survivor: record, restored: await presentWritten(ctx, object, log.merged_ids) };
  });
}

/** The survivor must be there, and the others in the trash or taken from it by hand: not erased. */
async function lockAgain(
  ctx: Ctx,
  object: ModelObject,
  survivorId: string,
  mergedIds: readonly string[],
): Promise<{ survivor: Values; merged: Values[] }> {
  const living = await lockRecords(ctx, object, [survivorId, ...mergedIds], 'update');
  const trashed = await lockRecords(ctx, object, mergedIds, 'delete', true);
  const survivor: Locked | undefined = living.get(survivorId);
  if (!survivor || mergedIds.some((id) => !living.has(id) && !trashed.has(id))) throw notFound();
  if (!survivor.allowed) throw forbidden();
  return { survivor: survivor.values, merged: [...trashed.values()].map(({ values }) => values) };
}

/** Since the merge somebody may have put one record above another that stood below it before. */
async function refuseRings(
  ctx: Ctx,
  object: ModelObject,
  log: { id: string; survivor_id: string; merged_ids: readonly string[] },
): Promise<void> {
  for (const { key, id, parent } of treesOf(object)) {
    const rows = await ctx.db.query(
      `select ${id}, ${parent} from ${tableOf(ctx, object)} t where ${parent} is not null and (
         ${id} = any($1::uuid[]) or ${id} in (
           select record_id from ${qualified(ctx.workspace.schema, 'merge_link')}
           where merge_id = $2::uuid and object = $3 and field = $4))`,
      [[log.survivor_id, ...log.merged_ids], log.id, object.key, key],
    );
    const changes = rows.map(([record, above]): Change => ({
      id: String(record),
      before: null,
      after: { [key]: above },
    }));
    const rings = await checkTrees(ctx, object, changes, () => '');
    if (rings.length > 0) throw conflict([{ path: key, code: 'cycle' }]);
  }
}

const treesOf = (object: ModelObject) =>
  [...object.fields.values()]
    .filter((field) => field.kind === 'relation' && field.tree && field.to === object.key)
    .map((field) => ({
      key: field.key,
      id: column('t', 'id'),
      parent: column('t', columnName(field, '')),
    }));

type Changes = Write['changes'];

/** Undoes those of the changes that still stand; gives what that changes. */
function putBack(object: ModelObject, values: Values, changes: Readonly<Changes>): Changes {
  const undone: Changes = {};
  for (const [key, [before, after]] of Object.entries(changes)) {
    const field = object.fields.get(key);
    if (!field || !sameValue(field, values[key], after)) continue;
    undone[key] = [after, before];
    values[key] = before;
  }
  return undone;
}

function beforeOf(values: Values, changes: Readonly<Changes>): Values {
  const before = { ...values };
  for (const [key, [was]] of Object.entries(changes)) before[key] = was;
  return before;
}

async function writeAll(
  ctx: Ctx,
  object: ModelObject,
  writes: readonly Write[],
  logged: Readonly<Record<string, Changes>> = {},
): Promise<void> {
  if (writes.length === 0) return;
  for (const { values } of writes) stamp(ctx, values);
  const touched = writes.flatMap(({ values, changes }) => [
    ...Object.keys(changes),
    ...Object.keys(logged[String(values['id'])] ?? {}),
  ]);
  const keys = ['version', 'updatedAt', 'updatedBy', 'deletedAt', ...touched];
  const known = keys.filter((key) => object.fields.has(key));
  await namingUnique(object, () => updateRows(ctx, object, new Set(known), writes));
}
