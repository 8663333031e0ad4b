import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { memoryFiles } from '#engine/testing/memory-files.ts';
import { scratchFolder } from '../database/testing/scratch-folder.ts';
import { freshDatabase } from '../testing/database.ts';
import { eventually } from '../testing/eventually.ts';
import { createBackup } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { secret, testCompany, testInstallation } from './testing/installation.ts';

const cli = path.join(import.meta.dirname, '..', 'cli.ts');
const program = '0.1.0';

it('leaves an empty place when the restore is killed, and the next one is whole', async () => {
  const source = await testInstallation();
  await testCompany(source, 'Hoa');
  for (let i = 10; i < 40; i += 1) {
    const content = Readable.from([randomBytes(500_000)]);
    await source.files.write(`0123456789abcdef-${i}`, content, 500_000);
  }
  const file = path.join(path.dirname(source.config.dataDir), 'backup');
  const made = await createBackup({ ...source, program }, file);
  await source.close();

  const dataDir = await scratchFolder();
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, APP_SECRET: secret };
  const command = (...words: string[]) =>
    spawn(process.execPath, [cli, ...words], { env, stdio: 'ignore' });
  const restore = command('backup', 'restore', file);
  onTestFinished(() => void restore.kill('SIGKILL'));
  // Files come last, and all rows are waiting for the end of the transaction by then.
  const stored = path.join(dataDir, 'files');
  await eventually(async () => (await fs.readdir(stored).catch(() => [])).length > 3, 45_000);
  restore.kill('SIGKILL');
  await once(restore, 'exit');
  const list = promisify(execFile);
  const listed = await list(process.execPath, [cli, 'workspace', 'list', '--json'], { env });
  expect(JSON.parse(listed.stdout)).toEqual([]);

  const again = command('backup', 'restore', file);
  expect(await once(again, 'exit')).toEqual([0, null]);
  const target = await testInstallation(dataDir);
  expect(await Array.fromAsync(target.files.list())).toHaveLength(made.files.length);
  const { rows } = await target.database.app.query('select key from core.workspace');
  expect(rows).toEqual([{ key: 'hoa' }]);
}, 120_000);

it('leaves no file when the disk becomes full', async ({ skip }) => {
  const disk = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-disk-'));
  onTestFinished(() => fs.rm(disk, { recursive: true }));
  const run = promisify(execFile);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  if (!mounted) return skip('only root may mount a small disk');
  onTestFinished(async () => void (await run('umount', [disk])));
  const files = memoryFiles();
  const large = randomBytes(20_000_000);
  await files.write('0123456789abcdef', Readable.from([large]), large.length);
  const database = await freshDatabase('full');
  await expect(
    createBackup({ database, files, secret, program }, path.join(disk, 'backup')),
  ).rejects.toMatchObject({ reason: 'noSpace' });
  expect(await fs.readdir(disk)).toEqual([]);
  // The connection is given back, in order.
  await createBackup({ database, files: memoryFiles(), secret, program }, path.join(disk, 'small'));
  expect(await fs.readdir(disk)).toEqual(['small']);
});

it('leaves no file when somebody stops it, and no row when a restore is stopped', async () => {
  const source = await testInstallation();
  await testCompany(source, 'Hoa');
  const folder = path.join(path.dirname(source.config.dataDir), 'backups');
  await fs.mkdir(folder);
  const stop = AbortSignal.abort(new Error('stopped'));
  const file = path.join(folder, 'one');
  await expect(createBackup({ ...source, program }, file, stop)).rejects.toThrow('stopped');
  expect(await fs.readdir(folder)).toEqual([]);
  const made = await createBackup({ ...source, program }, file);
  const database = await freshDatabase('stopped');
  await expect(restoreBackup({ database, files: memoryFiles() }, file, made, stop)).rejects.toThrow(
    'stopped',
  );
  expect((await database.app.query('select from core.workspace')).rows).toEqual([]);
});
