import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Send } from '../outcome.ts';
import { strayFiles } from './files.ts';
import { fileOf } from './payload-file.ts';

/** Backups come back through the command line: looked at first, then restored. */
export const restoreBackup: Send = async (world, payload) => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-archive-'));
  try {
    const { name, bytes } = fileOf(payload);
    const file = path.join(folder, name);
    await fs.writeFile(file, bytes);
    const looked = await world.cli(['backup', 'verify', file]);
    const restored = await world.cli(['backup', 'restore', file]);
    const refused = [looked, restored].every(({ status }) => status === 1);
    const memory = Math.max(looked.memory, restored.memory);
    return {
      answers: [],
      // A status of 1 with a reason is what the command line has for 422.
      status: refused ? 422 : 500,
      checks: {
        no_file_outside: async () =>
          memory < 450 * 1_048_576
            ? strayFiles(['pwned.txt', '..\\..\\pwned.txt'])
            : `the command took ${Math.round(memory / 1_048_576)} MB`,
      },
    };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};
