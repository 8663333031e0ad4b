import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A disk of a few megabytes, in memory. */
export interface SmallDisk {
  folder: string;
  /** Takes all the room there is. */
  fill(): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Gives the reason instead where none can be had. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk is mounted by root on Linux only';
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]);
  } catch (error) {
    await fs.rm(folder, { recursive: true });
    return `this machine lets nobody mount a small disk: ${String(error).trim().split('\n').at(-1)}`;
  }
  const filler = path.join(folder, 'filler');
  return {
    folder,
    async fill() {
      const handle = await fs.open(filler, 'w');
      try {
        for (const size of [1_048_576, 4096])
          for (const block = Buffer.alloc(size); ;) {
            const { bytesWritten } = await handle.write(block).catch(() => ({ bytesWritten: 0 }));
            if (bytesWritten < size) break;
          }
      } finally {
        await handle.close();
      }
    },
    free: () => fs.rm(filler),
    async remove() {
      await run('umount', [folder]);
      await fs.rm(folder, { recursive: true });
    },
  };
}
