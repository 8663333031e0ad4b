import { PassThrough } from 'node:stream';
import type { FileStore } from '#engine/files/store.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './manifest.ts';

export interface FileWriter {
  /** The next part of a file; parts of one file follow each other. */
  take(name: string, bytes: Buffer): Promise<void>;
  /** Ends the last file. */
  end(): Promise<void>;
  /** Takes away what was written, but nothing that was there before. */
  undo(): Promise<void>;
}

/** Writes files part by part, none of them whole in memory. */
export async function writeFiles(
  files: FileStore,
  manifest: Pick<Manifest, 'files'>,
): Promise<FileWriter> {
  const sizes = new Map(manifest.files.map(({ name, size }) => [name, size]));
  const before = await leftovers(files, sizes);
  const written: string[] = [];
  let open: { name: string; through: PassThrough; done: Promise<void> } | undefined;

  async function end(): Promise<void> {
    open?.through.end();
    await open?.done;
    open = undefined;
  }

  return {
    async take(name, bytes) {
      if (open?.name !== name) {
        await end();
        const through = new PassThrough();
        if (!before.has(name)) written.push(name);
        open = { name, through, done: write(files, name, through, sizes.get(name) ?? 0) };
        // Reported by whoever waits for it below.
        open.done.catch(() => undefined);
      }
      const { through, done } = open;
      if (through.write(bytes)) return;
      await Promise.race([new Promise((resolve) => through.once('drain', resolve)), done]);
    },
    end,
    async undo() {
      open?.through.destroy(new Error('the restore was given up'));
      await open?.done.catch(() => undefined);
      await Promise.all(written.map((name) => files.remove(name)));
    },
  };
}

/** A restore that was killed leaves files of the same backup; anything else is somebody's. */
async function leftovers(
  files: FileStore,
  expected: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for await (const name of files.list()) {
    if (!expected.has(name)) throw new BackupError('notEmpty', 'there are other files');
    found.add(name);
  }
  return found;
}

async function write(files: FileStore, name: string, content: PassThrough, expected: number) {
  const { size } = await files.write(name, content, expected);
  if (size !== expected) throw new BackupError('damaged', name);
}
