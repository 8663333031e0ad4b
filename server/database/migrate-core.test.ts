import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { reasonOf } from '../data-folder.ts';
import { freshDatabase, open } from '../testing/database.ts';
import { eventually } from '../testing/eventually.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { silentLog } from '../testing/silent-log.ts';
import type { Database } from './database.ts';
import { migrateCore } from './migrate-core.ts';

const ours = path.join(import.meta.dirname, 'core');

const empty = () => freshDatabase('migrate', { migrated: false });

/** Our migrations and more, in a folder that a test may change. */
async function folderWith(more: Record<string, string>): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-migrations-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  await fs.cp(ours, folder, { recursive: true });
  for (const [name, sql] of Object.entries(more)) await fs.writeFile(path.join(folder, name), sql);
  return folder;
}

async function versions(database: Database): Promise<number[]> {
  const { rows } = await database.owner.query<{ version: number }>(
    'SELECT version FROM core.migration ORDER BY version',
  );
  return rows.map((row) => row.version);
}

/** Everything in the schema core, as a text to compare. */
async function shape(database: Database): Promise<string> {
  const { rows } = await database.owner.query<{ line: string }>(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
             AS line FROM information_schema.columns WHERE table_schema = 'core'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'core'
    UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
               WHERE connamespace = 'core'::regnamespace
    ORDER BY 1`);
  return rows.map((row) => row.line).join('\n');
}

it('migrates once and finds nothing to do the second time', async () => {
  const database = await empty();
  const { log, lines } = recordingLog();
  await migrateCore(database, log);
  expect(lines.filter((line) => line.message === 'migrated').length).toBeGreaterThan(0);
  lines.length = 0;
  await migrateCore(database, log);
  expect(lines).toEqual([]);
});

it('lets the application write the core tables and run jobs, but create nothing', async () => {
  const database = await empty();
  await migrateCore(database, silentLog);
  await database.app.query(
    `INSERT INTO core.process (id, host, role) VALUES (gen_random_uuid(), 'h', 'all')`,
  );
  await database.app.query(`SELECT graphile_worker.add_job('nothing')`);
  await expect(database.app.query('CREATE SCHEMA extra')).rejects.toMatchObject({ code: '42501' });
});

it('refuses a key that could not name a schema', async () => {
  const database = await freshDatabase('keys');
  for (const key of ['A', '1a', 'a-b', 'a b', '', 'a"; DROP SCHEMA core; --', 'a'.repeat(42)])
    await expect(
      database.app.query(
        `INSERT INTO core.workspace (id, key, name, schema_name)
         VALUES (gen_random_uuid(), $1, 'A', 'w_a')`,
        [key],
      ),
    ).rejects.toMatchObject({ code: '23514' });
});

it('migrates once when two servers start at the same time', async () => {
  const one = await empty();
  const { rows } = await one.app.query<{ name: string }>('SELECT current_database() AS name');
  const other = await open(rows[0]?.name ?? '');
  const { log, lines } = recordingLog();
  await Promise.all([migrateCore(one, log), migrateCore(other, log)]);
  const done = lines.map((line) => JSON.stringify(line.details));
  expect(done.length).toBe(new Set(done).size);
  expect(await versions(one)).toEqual(await versions(other));
});

it('leaves nothing of a migration that fails half way, and finishes after the repair', async () => {
  const database = await empty();
  const folder = await folderWith({
    '9001_half.sql': 'CREATE TABLE core.half (id int); SELECT 1 / 0; CREATE TABLE core.rest ()',
  });
  await expect(migrateCore(database, silentLog, folder)).rejects.toThrow(
    /migration 9001_half\.sql failed and changed nothing: division by zero/,
  );
  expect(await versions(database)).not.toContain(9001);
  expect(await shape(database)).not.toContain('half');
  const repaired = 'CREATE TABLE core.half (id int); CREATE TABLE core.rest ()';
  await fs.writeFile(path.join(folder, '9001_half.sql'), repaired);
  await migrateCore(database, silentLog, folder);
  expect(await versions(database)).toContain(9001);
});

it('leaves nothing of a migration that was killed, and a restart equals a fresh install', async () => {
  const database = await empty();
  const folder = await folderWith({
    '9001_slow.sql': 'CREATE TABLE core.half (id int); SELECT pg_sleep(60)',
  });
  const outcome = migrateCore(database, silentLog, folder).catch(reasonOf);
  await eventually(async () => {
    const { rowCount } = await database.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE '%pg_sleep(60)%'
          AND state = 'active' AND wait_event = 'PgSleep'`,
    );
    return rowCount === 1;
  });
  expect(await outcome).toMatch(/9001_slow\.sql failed and changed nothing/);
  await migrateCore(database, silentLog);
  expect(await shape(database)).toBe(await shape(await freshDatabase('fresh')));
});

it('refuses a database that a newer program has migrated', async () => {
  const database = await empty();
  await migrateCore(
    database,
    silentLog,
    await folderWith({ '9001_new.sql': 'CREATE TABLE core.new ()' }),
  );
  await expect(migrateCore(database, silentLog)).rejects.toThrow(/newer Duyên .*migration 9001/);
});

it('refuses a migration that was changed after it was run', async () => {
  const database = await empty();
  const folder = await folderWith({ '9001_a.sql': 'CREATE TABLE core.a ()' });
  await migrateCore(database, silentLog, folder);
  await fs.writeFile(path.join(folder, '9001_a.sql'), 'CREATE TABLE core.b ()');
  await expect(migrateCore(database, silentLog, folder)).rejects.toThrow(
    /9001_a\.sql was changed after/,
  );
});
