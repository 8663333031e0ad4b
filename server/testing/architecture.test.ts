import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Source of the program, without its tests. */
async function sources(...folders: string[]): Promise<{ file: string; text: string }[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await fs.readdir(path.join(root, folder), { recursive: true });
      return names
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .map((name) => path.join(folder, name));
    }),
  );
  return Promise.all(
    found.flat().map(async (file) => ({
      file,
      text: await fs.readFile(path.join(root, file), 'utf8'),
    })),
  );
}

async function filesWith(pattern: RegExp, ...folders: string[]): Promise<string[]> {
  return (await sources(...folders))
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file);
}

// A kind belongs in its registry: a switch over kinds has to be found and changed for each new one.
it('never switches over the kind of a field', async () => {
  expect(await filesWith(/switch\s*\(\s*[\w.?]*kind\s*\)/i, 'shared', 'server')).toEqual([]);
});

// A custom object has no noun that the engine could know.
it('keeps the nouns of the trade out of the engine', async () => {
  const nouns = /['"`](accounts?|contacts?|leads?|opportunit(y|ies)|quotes?|customers?)['"`]/i;
  expect(await filesWith(nouns, 'server/engine')).toEqual([]);
});

it('marks no work as left for later', async () => {
  expect(await filesWith(/\b(TODO|FIXME|XXX)\b/, 'shared', 'server')).toEqual([]);
});
