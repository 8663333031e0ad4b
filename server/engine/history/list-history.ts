import { AppError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { get, isId } from '../records/get.ts';
import { findSurvivor } from '../records/merge/find-survivor.ts';
import { readHistory, type HistoryEntry, type HistoryPage } from './read-history.ts';

export type { HistoryEntry };

/**
 * What happened to a record, newest first. Who may not see the record may not see what was done to it. A merged record is
 * in the trash, but its past belongs to the survivor's and stays readable.
 */
export async function listHistory(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  page: HistoryPage = {},
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  findObject(ctx, objectKey);
  await get(ctx, objectKey, recordId).catch(async (error: unknown) => {
    const missing = error instanceof AppError && error.code === 'notFound' && isId(recordId);
    const survivor = missing ? await findSurvivor(ctx, objectKey, recordId) : undefined;
    if (survivor === undefined) throw error;
  });
  const { items, nextCursor } = await readHistory(ctx, [{ object: objectKey, id: recordId }], page);
  return { items: items.map(({ record: _same, ...entry }) => entry), nextCursor };
}
