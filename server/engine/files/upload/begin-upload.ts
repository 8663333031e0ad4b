import { Readable } from 'node:stream';
import { v7 as newId } from 'uuid';
import { AppError, forbidden, invalid } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { shownName, storedName } from '../file-name.ts';
import { keptDays } from './forget-uploads.ts';
import type { Target, Upload } from './upload.ts';

/** Largest file that may come in goes, in bytes. */
export const largestUpload = 5 * 1024 ** 3;
/** Uploads of one member that wait to be gone on with. */
const mostOpen = 500;

export interface NewUpload {
  name: string;
  size: number;
  fingerprint?: string | undefined;
  target: Target;
}

/** Makes the place to which the parts of a file are added. */
export async function beginUpload(ctx: Ctx, given: NewUpload): Promise<Upload> {
  if (ctx.actor.kind !== 'member') throw forbidden();
  if (given.size > largestUpload) throw new AppError('tooLarge', { params: { max: '5 GB' } });
  const { open } = await ctx.tables
    .selectFrom('file_upload')
    .select((eb) => eb.fn.countAll<string>().as('open'))
    .where('created_by', '=', ctx.actor.id)
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(open) >= mostOpen)
    throw invalid([{ path: 'size', code: 'tooMany', params: { max: mostOpen } }]);
  const id = newId();
  const upload = {
    id,
    name: shownName(given.name),
    size: given.size,
    fingerprint: given.fingerprint ?? null,
    target: given.target,
  };
  // Before its row: a row without bytes counts as lost.
  await ctx.files.parts.append(storedName(ctx, id), Readable.from([]), { offset: 0, limit: 0 });
  const now = ctx.now.toISOString();
  await ctx.tables
    .insertInto('file_upload')
    .values({
      ...upload,
      created_by: ctx.actor.id,
      created_at: now,
      touched_at: now,
    })
    .execute();
  const keptUntil = new Date(ctx.now.getTime() + keptDays * 86_400_000).toISOString();
  return { ...upload, offset: 0, keptUntil, became: null };
}

/** Takes an upload back, with all that came of it. */
export async function dropUpload(ctx: Ctx, { id }: Pick<Upload, 'id'>): Promise<void> {
  await ctx.tables.deleteFrom('file_upload').where('id', '=', id).execute();
  await ctx.files.parts.drop(storedName(ctx, id));
}
