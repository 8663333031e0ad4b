import { v7 as newId } from 'uuid';
import { conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { withTransaction } from '../../transaction.ts';
import { storedName } from '../file-name.ts';
import { unknownType } from '../file-types.ts';
import type { Target, Upload } from './upload.ts';

export interface WholeFile {
  id: string;
  name: string;
  size: number;
  type: string;
}

/** Makes of a file what was asked for when it was begun; gives the record's id. */
export type Become = (ctx: Ctx, file: WholeFile, target: Target) => Promise<string>;

/** Takes a file that is whole, once, however often its last part is sent. */
export async function finishUpload(ctx: Ctx, upload: Upload, become: Become): Promise<Upload> {
  const { id, name } = upload;
  // A new id: nobody takes bytes that are days old for those of an upload that died; see remove-old-files.ts.
  const fileId = newId();
  const { size, sha256 } = await ctx.files.parts.finish(
    storedName(ctx, id),
    storedName(ctx, fileId),
  );
  try {
    const became = await withTransaction(ctx, async (ctx) => {
      const row = await ctx.tables
        .selectFrom('file_upload')
        .select(['type', 'finished_at', 'target', 'created_by'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (!row || row.finished_at !== null || size !== upload.size) throw conflict();
      const file = { id: fileId, name, size, type: row.type ?? unknownType };
      await ctx.tables
        .insertInto('file')
        .values({ ...file, sha256, created_by: row.created_by })
        .execute();
      const update = (set: { finished_at?: string; became?: string }) =>
        ctx.tables.updateTable('file_upload').set(set).where('id', '=', id).execute();
      // From here on its room is taken by the file and not by the upload.
      await update({ finished_at: ctx.now.toISOString() });
      const recordId = await become(ctx, file, row.target);
      await update({ became: recordId });
      return recordId;
    });
    await ctx.files.parts.drop(storedName(ctx, id));
    return { ...upload, became };
  } catch (error) {
    await removeUnlessKept(ctx, fileId);
    throw error;
  }
}

/** Whether a commit that failed in the answer was one, only the row says; where that cannot be asked, night sweeps. */
async function removeUnlessKept(ctx: Ctx, fileId: string): Promise<void> {
  try {
    const row = await ctx.tables
      .selectFrom('file')
      .select('id')
      .where('id', '=', fileId)
      .executeTakeFirst();
    if (!row) await ctx.files.remove(storedName(ctx, fileId));
  } catch (error) {
    ctx.log.warn(
      { err: error, file: fileId },
      'the bytes of a failed upload are left to the night',
    );
  }
}
