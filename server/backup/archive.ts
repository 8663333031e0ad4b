import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { codeOf } from '../data-folder.ts';
import { BackupError } from './backup-error.ts';
import { sha256, type Part } from './manifest.ts';
import { addEnd, openWhole } from './whole-file.ts';

/** A part is kept in memory while it is written or read, so it stays small. */
export const largestPart = 8 * 1_048_576;
/** One row is never cut, and the manifest names every part: more than these is no backup of ours. */
const largestEntry = 512 * 1_048_576;

export interface ArchiveWriter {
  add(name: string, bytes: Buffer): Promise<void>;
  readonly parts: Record<string, Part>;
}

/** Writes a gzipped tar under a temporary name and gives it its own name when it is whole and on the disk. */
export async function writeArchive(
  file: string,
  fill: (writer: ArchiveWriter) => Promise<void>,
  stop?: AbortSignal,
): Promise<void> {
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  const tar = pack();
  const target = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
  const done = pipeline(tar, createGzip({ level: 5 }), addEnd(), target);
  const parts: ArchiveWriter['parts'] = {};
  const filling = fill({
    parts,
    async add(name, bytes) {
      stop?.throwIfAborted();
      parts[name] = { size: bytes.length, sha256: sha256(bytes) };
      return new Promise((resolve, reject) => {
        tar.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) =>
          error ? reject(error) : resolve(),
        );
      });
    },
  });
  try {
    // A full disk ends the pipeline while an entry still waits to be taken.
    await Promise.race([filling, done]);
    tar.finalize();
    await done;
    await sync(partial);
    // Unlike a rename, it does not take the place of a file that has come meanwhile.
    await link(partial, file);
    await sync(path.dirname(file));
  } catch (error) {
    tar.destroy();
    await Promise.allSettled([filling, done]);
    throw writeError(error, file);
  } finally {
    await rm(partial, { force: true });
  }
}

async function sync(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function writeError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupError('noSpace', undefined, { cause: error });
  if (code === 'EEXIST') return new BackupError('exists', file, { cause: error });
  if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR' || code === 'EROFS')
    return new BackupError('noFolder', path.dirname(file), { cause: error });
  return error;
}

/** Hands over the parts one after the other, each whole; in the end, throws when the file is not as it was written. */
export async function readArchive(
  file: string,
  take: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const whole = await openWhole(file).catch((error: unknown) => {
    throw readError(error);
  });
  const tar = extract();
  const flow = pipeline(whole.content, createGunzip(), tar);
  const failed = flow.then(() => undefined, readError);
  let refused = false;
  try {
    for await (const entry of tar) {
      const { name } = entry.header;
      if (Number(entry.header.size) > largestEntry) throw new BackupError('damaged', name);
      const chunks: Buffer[] = [];
      // Types of the library: a stream of bytes without an encoding.
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      await take(name, Buffer.concat(chunks)).catch((error: unknown) => {
        refused = true;
        throw error;
      });
    }
    await flow;
    whole.check();
  } catch (error) {
    tar.destroy();
    const broken = await failed;
    if (refused || error instanceof BackupError) throw error;
    // What broke the pipeline says more than that it is broken.
    throw broken ?? readError(error);
  }
}

function readError(error: unknown): unknown {
  if (error instanceof BackupError) return error;
  const code = codeOf(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  if (code === 'ENOENT') return new BackupError('missing', undefined, { cause: error });
  if (code === 'EISDIR') return new BackupError('notABackup', 'a folder', { cause: error });
  if (code.startsWith('Z_') || /tar|unexpected end|checksum/i.test(message))
    return new BackupError('damaged', undefined, { cause: error });
  return error;
}
