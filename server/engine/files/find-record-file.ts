import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { get } from '../records/get.ts';
import { idOf } from '../records/link-ids.ts';
import { searchedFile } from '../search/document.ts';
import { findFile, type FoundFile } from './find-file.ts';

/** The file that a record is of, as it is now, for who may see both. */
export async function findRecordFile(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
): Promise<FoundFile> {
  const field = searchedFile(findObject(ctx, objectKey));
  const record = await get(ctx, objectKey, recordId);
  const fileId = field ? idOf(record[field.key]) : null;
  if (fileId === null) throw notFound();
  return findFile(ctx, fileId);
}
