import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { get } from '../records/get.ts';
import { readHistory, type HistoryEntry, type HistoryPage } from './read-history.ts';

export type { HistoryEntry };

/** What happened to a record, newest first. Who may not see the record may not see what was done to it. */
export async function listHistory(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  page: HistoryPage = {},
): Promise<{ items: HistoryEntry[]; nextCursor: string | null }> {
  findObject(ctx, objectKey);
  await get(ctx, objectKey, recordId);
  const { items, nextCursor } = await readHistory(ctx, [{ object: objectKey, id: recordId }], page);
  return { items: items.map(({ record: _same, ...entry }) => entry), nextCursor };
}
