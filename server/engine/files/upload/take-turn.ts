import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { conflict } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';

/** Requests of this process that add to an upload, by its id. */
const writing = new Map<string, { stop: AbortController; ended: Promise<void> }>();

/** A little longer than any request may send: so long a process that was killed holds an upload up. */
const turnSeconds = 40;
/** As long as the largest file takes to be put away. */
const finishSeconds = 600;
const tries = 6;

/**
 * Lets one request at a time add to an upload. The newest is the one the sender still knows of: a connection that was cut
 * may look alive here for a while, so an older one of this process is ended; one of another process runs out.
 */
export async function inTurn<T>(
  ctx: Ctx,
  uploadId: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const key = `${ctx.workspace.id} ${uploadId}`;
  const older = writing.get(key);
  older?.stop.abort(conflict());
  await older?.ended;
  const turn = await takeTurn(ctx, uploadId);
  const stop = new AbortController();
  const ending = Promise.withResolvers<void>();
  writing.set(key, { stop, ended: ending.promise });
  try {
    return await work(stop.signal);
  } finally {
    await ctx.tables
      .updateTable('file_upload')
      .set({ writer: null, writer_until: null })
      .where('id', '=', uploadId)
      .where('writer', '=', turn)
      .execute()
      .catch((error: unknown) => ctx.log.warn({ err: error }, 'an upload stays taken for a while'));
    if (writing.get(key)?.stop === stop) writing.delete(key);
    ending.resolve();
  }
}

/** Nobody takes over while a file that is whole is put away. */
export async function holdTurn(ctx: Ctx, uploadId: string): Promise<void> {
  await ctx.tables
    .updateTable('file_upload')
    .set({ writer_until: sql<string>`now() + make_interval(secs => ${finishSeconds})` })
    .where('id', '=', uploadId)
    .execute();
}

async function takeTurn(ctx: Ctx, uploadId: string): Promise<string> {
  const turn = newId();
  for (let tried = 0; tried < tries; tried += 1) {
    const [taken] = await ctx.tables
      .updateTable('file_upload')
      .set({
        writer: turn,
        writer_until: sql<string>`now() + make_interval(secs => ${turnSeconds})`,
      })
      .where('id', '=', uploadId)
      .where((eb) => eb.or([eb('writer', 'is', null), eb('writer_until', '<', sql<string>`now()`)]))
      .returning('id')
      .execute();
    if (taken) return turn;
    await wait(500);
  }
  // The sender tries again a little later.
  throw conflict();
}
