import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { memberActor } from '#engine/actor.ts';
import { createRecords, list, updateRecords } from '#engine/records/index.ts';
import { createObject, objectInput } from '#engine/settings/index.ts';
import type { Installation } from '../compose.ts';
import { readConfig } from '../config.ts';
import { readInstance, signInAs } from '../database/embedded/instance.ts';
import { clientConfig } from '../database/pool.ts';
import { scratchFolder } from '../database/testing/scratch-folder.ts';
import { silentServerLog } from '../http/testing/serve.ts';
import type { Company } from '../people/create-company.ts';
import { startProgram } from '../program.ts';
import { createBackup } from './create-backup.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { person, secret, systemOf, testCompany, testInstallation } from './testing/installation.ts';
import { verifyBackup } from './verify-backup.ts';

const label = (word: string) => ({ vi: word, en: word });

/** An object of the company's own, with a relation, money and a select. */
async function addCustomObject({ workspaces }: Installation, { id, memberId }: Company) {
  const { directory, info } = await workspaces.open(id);
  const actor = memberActor(directory, memberId, info.settings);
  const input = objectInput.parse({
    key: 'sample',
    path: 'samples',
    label: label('Mẫu'),
    pluralLabel: label('Mẫu'),
    fields: [
      { kind: 'text', key: 'name', label: label('Tên'), required: true },
      { kind: 'relation', key: 'of', label: label('Của'), to: 'account' },
      { kind: 'money', key: 'price', label: label('Giá') },
      {
        kind: 'select',
        key: 'state',
        label: label('Tình trạng'),
        options: [{ value: 'sent', label: label('Đã gửi') }],
      },
    ],
  });
  // Parsed by the schema of the very type.
  await createObject(await workspaces.context(id, actor), workspaces, input as never);
}

/** Ten people who always make two customers at once and then change one of them. */
function writers(installation: Installation, company: Company) {
  let stopped = false;
  let written = 0;
  const work = async (number: number) => {
    for (let i = 0; !stopped; i += 1) {
      const ctx = await systemOf(installation, company);
      const name = `Khách ${number}.${i}`;
      const [one] = await createRecords(ctx, 'account', [
        { name: `${name} a`, kind: 'company' },
        { name: `${name} b`, kind: 'company' },
      ]);
      if (one) await updateRecords(ctx, 'account', [{ id: one.id, values: { notes: 'đã gọi' } }]);
      written += 1;
    }
  };
  const all = Promise.all(Array.from({ length: 10 }, (_, number) => work(number)));
  return {
    written: () => written,
    async stop() {
      stopped = true;
      await all;
    },
  };
}

const hashesOf = ({ parts }: Manifest): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.sha256]));

async function checkIndexes(dataDir: string): Promise<number> {
  const instance = await readInstance(dataDir);
  if (!instance) throw new Error('no database');
  const client = new pg.Client(clientConfig(signInAs(instance, 'superuser'), 'check'));
  await client.connect();
  try {
    const { rowCount } = await client.query(`
      select bt_index_check(c.oid, true) from pg_class c
        join pg_am m on m.oid = c.relam and m.amname = 'btree'
        join pg_namespace n on n.oid = c.relnamespace and (n.nspname = 'core' or n.nspname like 'w\\_%')
       where c.relkind = 'i'`);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

it('takes one picture while ten people write, and restores it to the byte into an empty place', async () => {
  const source = await testInstallation();
  const company = await testCompany(source);
  await addCustomObject(source, company);
  const ctx = await systemOf(source, company);
  const [first] = await createRecords(ctx, 'account', [
    { name: 'Công ty Đầu Tiên', kind: 'company' },
  ]);
  await createRecords(ctx, 'sample', [
    { name: 'Mẫu 1', of: first?.id, price: { amount: '12500.50', currency: 'USD' }, state: 'sent' },
  ]);
  // Larger than a part, and one that is empty.
  const picture = randomBytes(20_000_000);
  await source.files.write('0123456789abcdef-big', Readable.from([picture]), picture.length);
  await source.files.write('0123456789abcdef-none', Readable.from([]), 0);

  const people = writers(source, company);
  await expect.poll(people.written, { timeout: 20_000 }).toBeGreaterThan(20);
  const before = people.written();
  const file = path.join(await backupFolder(), 'one.duyen');
  const made = await createBackup({ ...source, program: '0.1.0' }, file);
  expect(people.written()).toBeGreaterThan(before);
  await people.stop();
  expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
  expect(await fs.readdir(path.dirname(file))).toEqual(['one.duyen']);
  await source.close();

  const manifest = await verifyBackup(file, secret);
  expect(manifest).toEqual(made);
  expect(manifest.tables.some(({ schema }) => schema === 'graphile_worker')).toBe(false);
  const target = await testInstallation();
  await restoreBackup(target, file, manifest);

  // The same rows in the same order: the picture taken of the restored place is the same.
  const again = await createBackup({ ...target, program: '0.1.0' }, `${file}.again`);
  expect(hashesOf(again)).toEqual(hashesOf(manifest));
  expect(again.tables).toEqual(manifest.tables);
  const accounts = manifest.tables.find(
    ({ schema, name }) => schema === company.schema && name === 'account',
  )?.rows;
  expect(accounts).toBeGreaterThan(2 * before);

  const restored = await systemOf(target, company);
  const pairs = await target.database.app.query<{ name: string; pair: number }>(
    `select substr(name, 1, length(name) - 2) as name, count(*)::int as pair
       from ${company.schema}.account where name like 'Khách %' group by 1`,
  );
  expect(pairs.rows.length).toBeGreaterThanOrEqual(before);
  expect(pairs.rows.filter(({ pair }) => pair !== 2)).toEqual([]);
  expect((await list(restored, 'sample', {})).items).toMatchObject([
    {
      name: 'Mẫu 1',
      of: { title: 'Công ty Đầu Tiên' },
      price: { amount: '12500.5' },
      state: 'sent',
    },
  ]);
  expect((await buffer(await target.files.read('0123456789abcdef-big'))).equals(picture)).toBe(
    true,
  );
  expect(await buffer(await target.files.read('0123456789abcdef-none'))).toHaveLength(0);

  // Numbers go on: identity columns, and customers' codes without a gap.
  const rowsBefore = await target.database.app.query(
    `select max(id) as id from ${company.schema}.history`,
  );
  const [next] = await createRecords(restored, 'account', [{ name: 'Sau đó', kind: 'company' }]);
  expect(next?.code).toBe(`KH-${String(Number(accounts) + 1).padStart(6, '0')}`);
  const rowsAfter = await target.database.app.query(
    `select max(id) as id from ${company.schema}.history`,
  );
  expect(rowsAfter.rows[0].id).toBeGreaterThan(rowsBefore.rows[0].id);
  expect(await checkIndexes(target.config.dataDir)).toBeGreaterThan(50);
  // Events keep their order, and are not of the future: this cluster has seen fewer transactions.
  const events = await target.database.app.query(
    `select count(*)::int as future from ${company.schema}.outbox
      where transaction >= pg_snapshot_xmin(pg_current_snapshot())`,
  );
  expect(events.rows).toEqual([{ future: 0 }]);
  // The application may add to what happened, and change nothing of it.
  for (const past of ['core.audit', `${company.schema}.history`])
    await expect(target.database.app.query(`delete from ${past}`)).rejects.toThrow(
      'permission denied',
    );
  await target.close();

  // The next start migrates as usual, and people sign in with what they had.
  const program = await startProgram(
    readConfig({ DATA_DIR: target.config.dataDir, APP_SECRET: secret, PORT: '0' }),
    silentServerLog,
  );
  onTestFinished(() => program.stop());
  const answer = await fetch(`${program.address}api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  expect(answer.status).toBe(200);
}, 120_000);

async function backupFolder(): Promise<string> {
  const folder = path.dirname(await scratchFolder());
  const backups = path.join(folder, 'backups');
  await fs.mkdir(backups, { recursive: true });
  return backups;
}
