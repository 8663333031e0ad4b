import type { Ctx } from '../../context.ts';
import { noteOpening } from '../file-openings.ts';
import { findRecordFile } from '../find-record-file.ts';

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
  const file = await findRecordFile(ctx, objectKey, recordId);
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
