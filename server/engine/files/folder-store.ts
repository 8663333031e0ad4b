import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, notFound } from '#shared/errors.ts';
import { isFull, isMissing, isNearlyFull, syncPath } from './disk.ts';
import { folderParts, partEnd } from './folder-parts.ts';
import type { FileStore } from './store.ts';

/** Generated names only, so that none can climb out of the folder. */
const nameForm = /^[a-z0-9][a-z0-9-]{15,99}$/;

const partialEnd = '.partial';
/** A write that has not touched its file for so long has died. */
const deadAfterMs = 3_600_000;
/** A part that nobody added to for so long belongs to no upload any more; see forget-uploads.ts. */
const deadPartAfterMs = 9 * 86_400_000;

/** Files in a local folder, spread over subfolders by the end of their names. */
export function folderStore(root: string): FileStore {
  const pathOf = (name: string) => {
    if (!nameForm.test(name)) throw notFound();
    return path.join(root, name.slice(-2), name);
  };
  return {
    async write(name, content, limit) {
      const file = pathOf(name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      if (await isNearlyFull(root)) throw new AppError('storageFull');
      const partial = `${file}.${randomBytes(6).toString('hex')}${partialEnd}`;
      const measured = measure(limit);
      try {
        await pipeline(content, measured.through, createWriteStream(partial, { mode: 0o600 }));
        // On the disk before the database says that it is there.
        await syncPath(partial);
        await rename(partial, file);
        await syncPath(path.dirname(file));
      } catch (error) {
        await rm(partial, { force: true });
        throw isFull(error) ? new AppError('storageFull', { cause: error }) : error;
      }
      return measured.result();
    },
    async read(name, range) {
      const stream = createReadStream(pathOf(name), range);
      await new Promise<void>((resolve, reject) => {
        stream.once('open', () => resolve());
        stream.once('error', (error) => reject(isMissing(error) ? notFound() : error));
      });
      return stream;
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *list() {
      for (const folder of await namesIn(root))
        for (const name of await namesIn(path.join(root, folder)))
          if (nameForm.test(name)) yield name;
    },
    async sweep() {
      for (const folder of await namesIn(root))
        for (const name of await namesIn(path.join(root, folder)))
          if (name.endsWith(partialEnd))
            await removeDead(path.join(root, folder, name), deadAfterMs);
          else if (name.endsWith(partEnd))
            await removeDead(path.join(root, folder, name), deadPartAfterMs);
    },
    parts: folderParts(root, pathOf),
  };
}

async function removeDead(file: string, afterMs: number): Promise<void> {
  try {
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > afterMs) await rm(file, { force: true });
  } catch (error) {
    // Ended or swept by another process meanwhile.
    if (!isMissing(error)) throw error;
  }
}

/** Counts and hashes what passes; fails when there is more than the limit. */
function measure(limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) return done(new AppError('tooLarge'));
      hash.update(chunk);
      return done(null, chunk);
    },
  });
  return { through, result: () => ({ size, sha256: hash.digest('hex') }) };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
