import type { Readable } from 'node:stream';
import { AppError, conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { storedName } from '../file-name.ts';
import { sampleBytes, typeOf } from '../file-types.ts';
import { dropUpload } from './begin-upload.ts';
import { finishUpload, type Become } from './finish-upload.ts';
import { holdTurn, inTurn } from './take-turn.ts';
import { findUpload, type Upload } from './upload.ts';

export interface Part {
  /** Where it begins, as the sender believes. */
  offset: number;
  /** What it takes the content for; nothing when it does not say. */
  fingerprint?: string | undefined;
  content: Readable;
  /** Its bytes, where the sender says how many. */
  length?: number | undefined;
  /** Ends the part, keeping what came. */
  signal: AbortSignal;
}

/**
 * Adds a part to an upload of the actor's, and takes the file when it is whole. A part that breaks off is no failure: what
 * came of it stays, and the sender goes on behind it.
 */
export async function receivePart(
  ctx: Ctx,
  id: string,
  part: Part,
  become: Become,
): Promise<Upload> {
  await findUpload(ctx, id);
  return inTurn(ctx, id, async (taken) => {
    const upload = await findUpload(ctx, id);
    if (part.fingerprint !== undefined && part.fingerprint !== upload.fingerprint)
      throw conflict([{ path: 'fingerprint', code: 'mismatch' }]);
    if (part.offset !== upload.offset) throw conflict([{ path: 'offset', code: 'mismatch' }]);
    if (upload.became !== null) return upload;
    if (part.offset + (part.length ?? 0) > upload.size) throw new AppError('tooLarge');
    const signal = AbortSignal.any([taken, part.signal]);
    const offset = await append(ctx, upload, part, signal);
    await ctx.tables
      .updateTable('file_upload')
      .set({ touched_at: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    const there = { ...upload, offset };
    await refuseLies(ctx, there);
    signal.throwIfAborted();
    if (offset < upload.size) return there;
    await holdTurn(ctx, id);
    return finishUpload(ctx, there, become);
  });
}

async function append(
  ctx: Ctx,
  { id, offset, size }: Upload,
  { content }: Part,
  signal: AbortSignal,
): Promise<number> {
  const stored = storedName(ctx, id);
  const end = () => content.destroy();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await ctx.files.parts.append(stored, content, { offset, limit: size });
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Broken off, by the sender or by us.
    const there = await ctx.files.parts.size(stored);
    if (there === undefined || !isBrokenOff(error)) throw error;
    return there;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    error.code === 'ECONNRESET' ||
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT');

/** Nobody should send two hundred megabytes to hear that they are not what their name says. */
async function refuseLies(ctx: Ctx, upload: Upload): Promise<void> {
  const { id, name, offset, size } = upload;
  if (offset < Math.min(sampleBytes, size)) return;
  const head = await ctx.files.parts.head(storedName(ctx, id), sampleBytes);
  const type = await typeOf(name, head).catch(async (error: unknown) => {
    await dropUpload(ctx, upload);
    throw error;
  });
  await ctx.tables.updateTable('file_upload').set({ type }).where('id', '=', id).execute();
}
