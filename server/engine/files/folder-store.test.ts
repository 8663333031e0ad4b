import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderStore } from './folder-store.ts';
import type { FileStore } from './store.ts';

let root: string;
let store: FileStore;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'duyen-files-'));
  store = folderStore(path.join(root, 'files'));
});
afterAll(() => rm(root, { recursive: true }));

const names = async () => (await Array.fromAsync(store.list())).toSorted();

it('keeps what a stream brings, readable by nobody else', async () => {
  const name = randomUUID();
  const bytes = Buffer.from('Đức'.repeat(100_000));
  const written = await store.write(name, Readable.from([bytes, bytes]), bytes.length * 2);
  expect(written).toEqual({
    size: bytes.length * 2,
    sha256: createHash('sha256').update(bytes).update(bytes).digest('hex'),
  });
  expect(await buffer(await store.read(name))).toEqual(Buffer.concat([bytes, bytes]));
  const { mode } = await stat(path.join(root, 'files', name.slice(-2), name));
  expect(mode & 0o077).toBe(0);
  expect(await names()).toContain(name);
  await store.remove(name);
  await store.remove(name);
  expect(await names()).not.toContain(name);
  await expect(store.read(name)).rejects.toMatchObject({ code: 'notFound' });
});

it('leaves nothing of a file that is too large or breaks off', async () => {
  const before = await names();
  const tooLarge = store.write(randomUUID(), Readable.from([Buffer.alloc(11)]), 10);
  await expect(tooLarge).rejects.toMatchObject({ code: 'tooLarge' });
  const broken = new Readable({
    read() {
      this.push('part');
      this.destroy(new Error('gone'));
    },
  });
  await expect(store.write(randomUUID(), broken, 10)).rejects.toThrow('gone');
  expect(await names()).toEqual(before);
  const left = await readdir(path.join(root, 'files'), { recursive: true });
  expect(left.filter((name) => name.endsWith('.partial'))).toEqual([]);
});

it('reads a part, and sweeps what a killed write left but not one that goes on', async () => {
  const name = randomUUID();
  await store.write(name, Readable.from(['0123456789']), 10);
  expect(String(await buffer(await store.read(name, { start: 2, end: 4 })))).toBe('234');
  const dead = path.join(root, 'files', name.slice(-2), `${randomUUID()}.dead.partial`);
  const alive = path.join(root, 'files', name.slice(-2), `${randomUUID()}.alive.partial`);
  await writeFile(dead, 'half');
  await writeFile(alive, 'half');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(dead, longAgo, longAgo);
  await store.sweep();
  const left = await readdir(path.dirname(dead));
  expect(left).toContain(path.basename(alive));
  expect(left).not.toContain(path.basename(dead));
  expect(left).toContain(name);
  await rm(alive);
});

it.each(['../../../etc/passwd', '/etc/passwd', 'short', `${'a'.repeat(20)}/../x`, ''])(
  'takes no name that it did not make: %j',
  async (name) => {
    await expect(store.read(name)).rejects.toMatchObject({ code: 'notFound' });
    await expect((async () => store.write(name, Readable.from(['x']), 10))()).rejects.toMatchObject(
      { code: 'notFound' },
    );
  },
);
