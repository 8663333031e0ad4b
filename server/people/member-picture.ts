import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { v7 as newId } from 'uuid';
import { AppError, invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { cleanPicture } from '#engine/files/clean-picture/index.ts';
import { storedName } from '#engine/files/file-name.ts';
import { pictureSize } from '#engine/files/picture-size.ts';
import { dropFiles, type StoredFile } from '#engine/files/upload-files.ts';
import { withTransaction } from '#engine/transaction.ts';
import { keepPersonal, keptPersonal, lockPersonal } from './personal-settings.ts';

/** In bytes. */
export const largestPicture = 2 * 1_048_576;
/** Dots on a side; a screen shows a face with a few hundred. */
const longestSide = 4096;

/** Puts a face in the store, by its content and without what its camera noted. setPicture or dropPicture follows. */
export async function storePicture(ctx: Ctx, bytes: Buffer): Promise<StoredFile> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const clean = cleanPicture(found?.mime ?? '', bytes);
  const dots = pictureSize(clean);
  if (!found || !dots) throw new AppError('unsupportedMediaType');
  if (Math.max(dots.width, dots.height) > longestSide)
    throw invalid([{ path: 'picture', code: 'tooLarge', params: { max: longestSide } }]);
  const id = newId();
  const content = Readable.from([clean]);
  const { size, sha256 } = await ctx.files.write(storedName(ctx, id), content, largestPicture);
  return { id, name: `picture.${found.ext}`, size, type: found.mime, sha256 };
}

export const dropPicture = (ctx: Ctx, file: StoredFile): Promise<void> => dropFiles(ctx, [file]);

/** Makes it the member's picture; the one before goes with the nightly job. */
export const setPicture = (ctx: Ctx, memberId: string, file: StoredFile): Promise<void> =>
  withTransaction(ctx, async (inside) => {
    const { picture: before, ...kept } = await lockPersonal(inside, memberId);
    await inside.tables
      .insertInto('file')
      // Not a record's, so it is no file that anyone asks for by its id.
      .values({
        ...file,
        object: 'member',
        record_id: memberId,
        field: 'picture',
        created_by: memberId,
      })
      .execute();
    await letGo(inside, before);
    await keepPersonal(inside, memberId, { ...kept, picture: file.id });
  });

export const removePicture = (ctx: Ctx, memberId: string): Promise<void> =>
  withTransaction(ctx, async (inside) => {
    const { picture: before, ...kept } = await lockPersonal(inside, memberId);
    await letGo(inside, before);
    await keepPersonal(inside, memberId, kept);
  });

async function letGo(ctx: Ctx, fileId: string | undefined): Promise<void> {
  if (fileId === undefined) return;
  await ctx.tables
    .updateTable('file')
    .set({ removed_at: ctx.now.toISOString() })
    .where('id', '=', fileId)
    .execute();
}

/** Everybody in the company knows each other's face. */
export async function findPicture(ctx: Ctx, memberId: string): Promise<StoredFile> {
  const { picture } = await keptPersonal(ctx, memberId);
  const row =
    picture === undefined
      ? undefined
      : await ctx.tables
          .selectFrom('file')
          .select(['id', 'name', 'size', 'type', 'sha256'])
          .where('id', '=', picture)
          .executeTakeFirst();
  if (!row) throw notFound();
  return { ...row, size: Number(row.size) };
}
