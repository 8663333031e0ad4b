import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryFiles } from '#engine/testing/memory-files.ts';
import { createWorkspaces } from '#engine/workspaces.ts';
import type { Database } from '../database/database.ts';
import { createCompany } from '../people/create-company.ts';
import { freshDatabase } from '../testing/database.ts';
import { silentLog } from '../testing/silent-log.ts';
import { writeArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { createBackup } from './create-backup.ts';
import { fingerprintOf, sealManifest, type Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { person, secret } from './testing/installation.ts';
import { verifyBackup } from './verify-backup.ts';

let database: Database;
let folder: string;
let file: string;
let whole: Buffer;

beforeAll(async () => {
  database = await freshDatabase('damaged');
  const workspaces = createWorkspaces(
    database,
    { objects: [], rules: new Map() },
    memoryFiles(),
    silentLog,
  );
  await createCompany(workspaces, {
    name: 'Hoa',
    adminName: 'An',
    adminEmail: person.email,
    adminPassword: person.password,
  });
  const files = memoryFiles();
  await files.write('0123456789abcdef', Readable.from([Buffer.alloc(50_000, 'nội dung')]), 60_000);
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-backup-'));
  file = path.join(folder, 'whole');
  await createBackup({ database, files, secret, program: '0.1.0' }, file);
  whole = await fs.readFile(file);
  return () => fs.rm(folder, { recursive: true, force: true });
});

async function reasonOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof BackupError ? error.reason : String(error)),
  );
}

async function verified(bytes: Buffer | string, key = secret): Promise<string> {
  const changed = path.join(folder, 'changed');
  await fs.writeFile(changed, bytes);
  return reasonOf(verifyBackup(changed, key));
}

describe('a backup that is not to be trusted', () => {
  it('is refused wherever the file was cut', async () => {
    const places = [1, 5, 10, 11, 600, ...[0.1, 0.3, 0.5, 0.7, 0.9].map((at) => at * whole.length)];
    for (const length of [...places, whole.length - 9, whole.length - 1])
      expect
        .soft(await verified(whole.subarray(0, Math.floor(length))))
        .toMatch(/^(cut|notABackup)$/);
  });

  it('is refused with any one byte flipped', async () => {
    // Every byte of head and end, and many between: a step that shares no factor with powers of two.
    const places = [
      ...Array.from({ length: 40 }, (_, i) => i),
      ...Array.from({ length: 40 }, (_, i) => whole.length - 1 - i),
      ...Array.from({ length: 300 }, (_, i) => Math.floor((i * 7919 * whole.length) / 2_375_700)),
    ].filter((at) => at < whole.length);
    for (const at of places) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect
        .soft(await verified(changed), `byte ${at} of ${whole.length}`)
        .toMatch(/^(damaged|cut|notABackup)$/);
    }
  });

  it('is refused when it is something else', async () => {
    expect(await verified('')).toBe('notABackup');
    expect(await verified('name,phone\nHoa,0901234567\n')).toBe('notABackup');
    expect(await verified(Buffer.from('504b0304', 'hex'))).toBe('notABackup');
    expect(await reasonOf(verifyBackup(folder, secret))).toBe('notABackup');
    expect(await reasonOf(verifyBackup(path.join(folder, 'gone'), secret))).toBe('missing');
    const other = path.join(folder, 'other.tar.gz');
    await writeArchive(other, (writer) => writer.add('hello.txt', Buffer.from('hello')));
    expect(await reasonOf(verifyBackup(other, secret))).toBe('notABackup');
  });

  it('is refused with another key, and with a manifest that was changed', async () => {
    expect(await verified(whole, 'another secret that is also long enough')).toBe('otherKey');
    const manifest = await verifyBackup(file, secret);
    const resealed = sealManifest(manifest, 'another secret that is also long enough');
    const forged = path.join(folder, 'forged');
    await writeArchive(forged, (writer) => writer.add('manifest.json', resealed));
    expect(await reasonOf(verifyBackup(forged, secret))).toBe('damaged');
  });

  it('is refused when a part is missing, too many or changed', async () => {
    const manifest = await verifyBackup(file, secret);
    const [name = ''] = Object.keys(manifest.parts);
    for (const parts of [
      [],
      [[name, 'x']],
      [...Object.keys(manifest.parts), 'more'].map((n) => [n, 'x']),
    ]) {
      const forged = path.join(folder, `parts-${parts.length}`);
      await writeArchive(forged, async (writer) => {
        for (const [part = '', text = ''] of parts) await writer.add(part, Buffer.from(text));
        await writer.add('manifest.json', sealManifest(manifest, secret));
      });
      expect(await reasonOf(verifyBackup(forged, secret))).toBe('damaged');
    }
  });

  it('is refused when a newer Duyên made it', async () => {
    const manifest = await verifyBackup(file, secret);
    const newer = { ...manifest, format: 2, more: true, keyFingerprint: fingerprintOf(secret) };
    const forged = path.join(folder, 'newer');
    // A manifest of a form that is not known yet.
    const bytes = sealManifest(newer as unknown as Manifest, secret);
    await writeArchive(forged, (writer) => writer.add('manifest.json', bytes));
    expect(await reasonOf(verifyBackup(forged, secret))).toBe('newerFormat');
    const later = { ...manifest, migrations: { core: 9999, workspace: 0 } };
    const empty = await freshDatabase('newer', { migrated: false });
    expect(
      await reasonOf(restoreBackup({ database: empty, files: memoryFiles() }, file, later)),
    ).toBe('newerSchema');
    expect(await contents(empty)).toEqual([]);
  });
});

/** Schemas with tables. */
async function contents(place: Database): Promise<string[]> {
  const { rows } = await place.owner.query<{ name: string }>(
    `select distinct schemaname as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  return rows.map(({ name }) => name);
}

describe('a place that is not empty', () => {
  it('is left as it is when it has workspaces, or files of somebody', async () => {
    const manifest = await verifyBackup(file, secret);
    const { rows: before } = await database.owner.query('select * from core.workspace');
    const files = memoryFiles();
    expect(await reasonOf(restoreBackup({ database, files }, file, manifest))).toBe('notEmpty');
    expect((await database.owner.query('select * from core.workspace')).rows).toEqual(before);
    const empty = await freshDatabase('files');
    await files.write('fedcba9876543210', Readable.from(['theirs']), 10);
    expect(await reasonOf(restoreBackup({ database: empty, files }, file, manifest))).toBe(
      'notEmpty',
    );
    expect(await Array.fromAsync(files.list())).toEqual(['fedcba9876543210']);
    expect((await empty.owner.query('select from core.workspace')).rows).toEqual([]);
  });

  it('is never overwritten by a new backup', async () => {
    const source = { database, files: memoryFiles(), secret, program: '0.1.0' };
    expect(await reasonOf(createBackup(source, file))).toBe('exists');
    expect((await fs.readFile(file)).equals(whole)).toBe(true);
    expect(await reasonOf(createBackup(source, path.join(folder, 'no', 'such')))).toBe('noFolder');
  });
});

it('leaves an empty place when the archive turns out changed half way', async () => {
  const manifest = await verifyBackup(file, secret);
  const cut = path.join(folder, 'cut');
  await fs.writeFile(cut, whole.subarray(0, Math.floor(whole.length * 0.9)));
  const empty = await freshDatabase('half');
  const files = memoryFiles();
  expect(await reasonOf(restoreBackup({ database: empty, files }, cut, manifest))).toBe('cut');
  expect(await contents(empty)).toEqual(['core', 'graphile_worker']);
  expect((await empty.owner.query('select from core.workspace')).rows).toEqual([]);
  expect(await Array.fromAsync(files.list())).toEqual([]);
  await restoreBackup({ database: empty, files }, file, manifest);
  expect((await empty.owner.query('select name from core.workspace')).rows).toEqual([
    { name: 'Hoa' },
  ]);
});
