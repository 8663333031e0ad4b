import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
}

const built = path.resolve(import.meta.dirname, '..', 'dist', 'web');
/** Of the budget table: script of the list page, gzip. */
const most = 350_000;

it('opens the list page with no more script than the budget allows', () => {
  const text = fs.readFileSync(path.join(built, '.vite', 'manifest.json'), 'utf8');
  const chunks = JSON.parse(text) as Record<string, Chunk>;
  const wanted = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks[name];
    if (!chunk || wanted.has(chunk.file)) return;
    wanted.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  add('index.html');
  add('src/engine/list/list-page.tsx');
  expect(wanted.size).toBeGreaterThan(1);
  const size = (file: string) => gzipSync(fs.readFileSync(path.join(built, file))).length;
  const total = [...wanted].reduce((sum, file) => sum + size(file), 0);
  expect(total).toBeLessThanOrEqual(most);
});
