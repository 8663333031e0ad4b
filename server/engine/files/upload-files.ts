import { Readable } from 'node:stream';
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { shownName, storedName } from './file-name.ts';
import { sampleBytes, typeOf, type FileKind } from './file-types.ts';

/** Largest file taken, in bytes. */
export const largestFile = 25 * 1_048_576;
export const mostFilesAtOnce = 20;
/** Files of one member that belong to nothing yet: nobody fills the disk with what no record needs. */
const mostWaitingBytes = 1024 * 1_048_576;

export interface StoredFile {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
}

/** Puts the bytes of one upload in the store. There is no row yet: keepFiles or dropFiles follows. */
export async function storeFile(
  ctx: Ctx,
  upload: { name: string; content: Readable },
  kind: FileKind = {},
): Promise<StoredFile> {
  const id = newId();
  const name = shownName(upload.name);
  const { head, rest } = await takeHead(upload.content);
  const type = await typeOf(name, head, kind);
  const { size, sha256 } = await ctx.files.write(storedName(ctx, id), rest, largestFile);
  return { id, name, size, type, sha256 };
}

/** Makes stored files known: the uploader's alone until one is attached to a record. */
export async function keepFiles(ctx: Ctx, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  const by = ctx.actor.kind === 'member' ? ctx.actor.id : null;
  await checkQuota(ctx, by, files);
  await ctx.tables
    .insertInto('file')
    .values(files.map((file) => ({ ...file, created_by: by })))
    .execute();
}

/** Removes the bytes of files that got no row. */
export async function dropFiles(ctx: Ctx, files: readonly { id: string }[]): Promise<void> {
  for (const { id } of files) await ctx.files.remove(storedName(ctx, id));
}

async function checkQuota(ctx: Ctx, by: string | null, files: readonly StoredFile[]) {
  const [row] = await ctx.db.prepared(
    `select coalesce(sum(size), 0)::float8 from ${qualified(ctx.workspace.schema, 'file')}
     where object is null and created_by = $1::uuid`,
    [by],
  );
  const added = files.reduce((sum, { size }) => sum + size, 0);
  if (Number(row?.[0] ?? 0) + added > mostWaitingBytes)
    throw new AppError('tooLarge', { params: { max: '1 GB' } });
}

/** The beginning of a stream for looking at, and a stream of all of it. */
async function takeHead(content: Readable): Promise<{ head: Buffer; rest: Readable }> {
  // Who owns the stream ends it; here it is only left unread.
  const iterator: AsyncIterator<unknown> = content.iterator({ destroyOnReturn: false });
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < sampleBytes) {
    const next = await iterator.next();
    if (next.done) break;
    const chunk = Buffer.isBuffer(next.value) ? next.value : Buffer.from(String(next.value));
    chunks.push(chunk);
    size += chunk.length;
  }
  const whole = Buffer.concat(chunks);
  async function* all() {
    yield whole;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  }
  return {
    head: whole.subarray(0, sampleBytes),
    rest: Readable.from(all(), { objectMode: false }),
  };
}
