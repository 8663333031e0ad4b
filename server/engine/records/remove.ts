import { forbidden, notFound, stale } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { refreshRollups } from '../rollups/refresh-rollups.ts';
import { withTransaction } from '../transaction.ts';
import { findObject } from './find-object.ts';
import { isId, presentWritten } from './get.ts';
import { lockRecords } from './lock.ts';
import type { PresentedRecord } from './selection.ts';
import { stamp } from './update.ts';
import { namingUnique } from './write-errors.ts';
import { updateRows, type Write } from './write-rows.ts';

const stamped = new Set(['version', 'updatedAt', 'updatedBy', 'deletedAt']);

/** Moves records to the recycle bin, all or none; they can be restored for 30 days. */
export async function removeRecords(
  ctx: Ctx,
  objectKey: string,
  items: readonly { id: string; version?: number | undefined }[],
): Promise<void> {
  const object = findObject(ctx, objectKey);
  if (!items.every(({ id }) => isId(id))) throw notFound();
  const ids = items.map(({ id }) => id.toLowerCase());
  await withTransaction(ctx, async (ctx) => {
    const locked = await lockRecords(ctx, object, ids, 'delete');
    const found = ids.map((id) => locked.get(id));
    if (found.some((each) => !each)) throw notFound();
    if (found.some((each) => !each?.allowed)) throw forbidden();
    const old = items.find(({ id, version }) => {
      const current = locked.get(id.toLowerCase())?.values['version'];
      return version !== undefined && version !== current;
    });
    if (old) throw stale((await presentWritten(ctx, object, [old.id]))[0]);
    await ctx.rules.get(object.key)?.beforeRemove?.(ctx, ids);
    const writes = [...locked.values()].map(({ values }): Write => {
      stamp(ctx, values);
      values['deletedAt'] = ctx.now.toISOString();
      return { values, changes: {}, action: 'remove', search: 'remove' };
    });
    await updateRows(ctx, object, stamped, writes);
    await refreshRollups(
      ctx,
      object,
      writes.map(({ values }) => values),
    );
  });
}

/** Takes records back from the recycle bin, all or none. Who may remove may restore. */
export async function restoreRecords(
  ctx: Ctx,
  objectKey: string,
  recordIds: readonly string[],
): Promise<PresentedRecord[]> {
  const object = findObject(ctx, objectKey);
  if (!recordIds.every(isId)) throw notFound();
  const ids = recordIds.map((id) => id.toLowerCase());
  return withTransaction(ctx, async (ctx) => {
    const locked = await lockRecords(ctx, object, ids, 'delete', true);
    if (ids.some((id) => !locked.has(id))) throw notFound();
    const writes = [...locked.values()].map(({ values }): Write => {
      stamp(ctx, values);
      values['deletedAt'] = null;
      return { values, changes: {}, action: 'restore', search: 'write' };
    });
    await namingUnique(object, () => updateRows(ctx, object, stamped, writes));
    await refreshRollups(
      ctx,
      object,
      writes.map(({ values }) => values),
    );
    return presentWritten(ctx, object, ids);
  });
}
