import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError, conflict } from '#shared/errors.ts';
import { isFull, isMissing, isNearlyFull, syncPath } from './disk.ts';
import type { PartStore } from './store.ts';

/** What stands behind the name of a file that is not whole yet. */
export const partEnd = '.part';

/** How often room is looked for while bytes arrive. */
const askEvery = 64 * 1_048_576;

/** Files of a folder that arrive in several goes. They stand beside the whole ones under a name no file has. */
export function folderParts(root: string, pathOf: (name: string) => string): PartStore {
  const partOf = (name: string) => `${pathOf(name)}${partEnd}`;
  return {
    async append(name, content, { offset, limit }) {
      const file = partOf(name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a', 0o600);
      let at = offset;
      try {
        if ((await handle.stat()).size !== offset) throw conflict();
        let asked = 0;
        for await (const chunk of content) {
          if (at === offset || at - asked > askEvery) {
            if (await isNearlyFull(root)) throw new AppError('storageFull');
            asked = at;
          }
          if (at + chunk.length > limit) throw new AppError('tooLarge');
          await handle.appendFile(chunk);
          at += chunk.length;
        }
      } catch (error) {
        throw isFull(error) ? new AppError('storageFull', { cause: error }) : error;
      } finally {
        // What was answered for is on the disk; what was not may be.
        await handle.sync().catch(() => undefined);
        await handle.close();
      }
      return at;
    },
    async size(name) {
      try {
        return (await stat(partOf(name))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async head(name, bytes) {
      const handle = await open(partOf(name), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    async finish(name, as) {
      const part = partOf(name);
      const whole = pathOf(as);
      await mkdir(path.dirname(whole), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of createReadStream(part)) {
        hash.update(chunk);
        size += chunk.length;
      }
      // Two names of one file cost nothing; where a disk knows no such thing, a copy.
      await link(part, whole).catch(async () => {
        const copy = `${whole}.partial`;
        await copyFile(part, copy);
        await syncPath(copy);
        await rename(copy, whole);
      });
      await syncPath(path.dirname(whole));
      return { size, sha256: hash.digest('hex') };
    },
    drop: (name) => rm(partOf(name), { force: true }),
  };
}
