import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { findObject } from '../../records/find-object.ts';
import { get } from '../../records/get.ts';
import { idOf } from '../../records/link-ids.ts';
import { searchedFile } from '../../search/document.ts';
import { noteOpening } from '../file-openings.ts';
import { findFile } from '../find-file.ts';

/** The words of the file a record has now. `waiting`: they are still being read. */
export interface FileWords {
  state: 'waiting' | 'done' | 'none' | 'failed';
  text: string;
}

/** Reading the words is looking at the file. */
export async function findText(
  ctx: Ctx,
  objectKey: string,
  recordId: string,
  { noted = true }: { noted?: boolean } = {},
): Promise<FileWords> {
  const field = searchedFile(findObject(ctx, objectKey));
  const record = await get(ctx, objectKey, recordId);
  const fileId = field ? idOf(record[field.key]) : null;
  if (fileId === null) throw notFound();
  const file = await findFile(ctx, fileId);
  if (noted) await noteOpening(ctx, file, { way: 'preview' });
  const row = await ctx.tables
    .selectFrom('file_text')
    .select(['state', 'text'])
    .where('file_id', '=', file.id)
    .executeTakeFirst();
  if (!row) return { state: 'waiting', text: '' };
  return {
    state: row.state === 'done' || row.state === 'none' ? row.state : 'failed',
    text: row.text,
  };
}
