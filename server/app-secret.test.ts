import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readAppSecret } from './app-secret.ts';
import { scratchFolder } from './database/testing/scratch-folder.ts';

it('takes APP_SECRET and then needs no file', async () => {
  const dataDir = await scratchFolder();
  const appSecret = 'x'.repeat(40);
  expect(await readAppSecret({ dataDir, appSecret })).toBe(appSecret);
  await expect(fs.access(dataDir)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('makes one private key file however many ask at once, and keeps it', async () => {
  const dataDir = await scratchFolder();
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => readAppSecret({ dataDir, appSecret: undefined })),
  );
  expect(new Set(asked).size).toBe(1);
  expect(asked[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(await readAppSecret({ dataDir, appSecret: undefined })).toBe(asked[0]);
  expect(await fs.readdir(dataDir)).toEqual(['secret.key']);
  expect((await fs.stat(path.join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
});

it('refuses a damaged key file instead of making another key', async () => {
  const dataDir = await scratchFolder();
  await fs.mkdir(dataDir);
  await fs.writeFile(path.join(dataDir, 'secret.key'), '');
  await expect(readAppSecret({ dataDir, appSecret: undefined })).rejects.toThrow(
    /secret\.key is damaged/,
  );
});
