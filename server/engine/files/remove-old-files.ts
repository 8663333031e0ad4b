import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { fileIdOf, storedName } from './file-name.ts';
import { forgetFiles } from './forget-files.ts';
import { dropFiles } from './upload-files.ts';
import { forgetUploads } from './upload/forget-uploads.ts';

/** Days a removed file can still be asked back from the database. */
const keptDays = 30;
/** An upload that nobody attached for so long was given up. */
const waitingHours = 24;
const chunk = 500;

/**
 * Lets go of removed and forgotten files: first the rows, then the bytes, so that no row ever stands without its bytes.
 * Bytes whose rows are gone, because a process died between, go with them.
 */
export async function removeOldFiles(ctx: Ctx): Promise<void> {
  for (;;) {
    const gone = await ctx.tables
      .deleteFrom('file')
      .where('id', 'in', (from) =>
        from
          .selectFrom('file')
          .select('id')
          .where((eb) =>
            eb.or([
              eb('removed_at', '<', sql<string>`now() - make_interval(days => ${keptDays})`),
              eb.and([
                eb('object', 'is', null),
                eb('created_at', '<', sql<string>`now() - make_interval(hours => ${waitingHours})`),
              ]),
            ]),
          )
          .limit(chunk),
      )
      .returning('id')
      .execute();
    await forgetFiles(ctx, gone);
    await dropFiles(ctx, gone);
    if (gone.length < chunk) break;
  }
  await forgetUploads(ctx);
  for await (const id of findLooseBytes(ctx)) await ctx.files.remove(storedName(ctx, id));
  await ctx.files.sweep();
}

/** Ids of stored bytes without a row that are too old to be an upload going on. */
export async function* findLooseBytes(ctx: Ctx): AsyncGenerator<string> {
  let batch: string[] = [];
  for await (const name of ctx.files.list()) {
    const id = fileIdOf(ctx, name);
    if (id !== undefined && madeAt(id) < Date.now() - waitingHours * 3_600_000) batch.push(id);
    if (batch.length < chunk) continue;
    yield* await withoutRow(ctx, batch);
    batch = [];
  }
  yield* await withoutRow(ctx, batch);
}

async function withoutRow(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tables.selectFrom('file').select('id').where('id', 'in', ids).execute();
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** A UUIDv7 begins with its milliseconds. */
const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
