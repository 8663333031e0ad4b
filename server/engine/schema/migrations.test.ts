import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../database/database.ts';
import { freshDatabase, open } from '#server/testing/database.ts';
import { eventually } from '#server/testing/eventually.ts';
import { recordingLog } from '#server/testing/recording-log.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { createWorkspace } from '../create-workspace.ts';
import { memoryFiles } from '../testing/memory-files.ts';
import { toyObjects, toyRules } from '../testing/toys.ts';
import { createWorkspaces } from '../workspaces.ts';
import { migrateWorkspaces } from './migrations.ts';

let database: Database;
let folder: string;
const schemas = ['w_one', 'w_two'];

beforeEach(async () => {
  database = await freshDatabase('migrations');
  folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-migrations-'));
  const workspaces = createWorkspaces(
    database,
    { objects: toyObjects, rules: toyRules },
    memoryFiles(),
    silentLog,
  );
  for (const key of ['one', 'two']) await createWorkspace(workspaces, { name: key, key });
  await database.owner.query('update core.workspace set schema_version = 0');
  await write('0001_first.sql', 'alter table {schema}.toy add column first text');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, sql: string) => writeFile(path.join(folder, name), sql);
const migrate = (on = database, log = silentLog) => migrateWorkspaces(on, log, folder);

/** Per workspace: its version, and which of the columns the migrations add it has. */
async function state(): Promise<string[]> {
  const { rows } = await database.owner.query<{ state: string }>(
    `select schema_name || ' ' || schema_version || ' ' || coalesce((
       select string_agg(column_name, ' ' order by column_name) from information_schema.columns
       where table_schema = schema_name and table_name = 'toy' and column_name in ('first', 'second')
     ), '') as state from core.workspace order by schema_name`,
  );
  return rows.map((row) => row.state);
}

describe('migrations of workspaces', () => {
  it('run once in each company, in order, and wake nobody for nothing', async () => {
    const { log, lines } = recordingLog();
    await write('0002_second.sql', 'alter table {schema}.toy add column second text');
    await migrate(database, log);
    await migrate(database, log);
    expect(await state()).toEqual(schemas.map((schema) => `${schema} 2 first second`));
    expect(lines.map(({ message }) => message)).toEqual(Array(4).fill('workspace migrated'));
  });

  it('leave the last whole version when one fails half way, and finish when it was mended', async () => {
    await write(
      '0002_second.sql',
      `alter table {schema}.toy add column second text;
       do $$ begin if '{schema}' like '%two%' then raise 'no room'; end if; end $$`,
    );
    await expect(migrate()).rejects.toThrow(
      'the migration 0002_second.sql of the company in w_two failed and changed nothing: no room',
    );
    expect(await state()).toEqual(['w_one 2 first second', 'w_two 1 first']);
    await write('0002_second.sql', 'alter table {schema}.toy add column second text');
    await migrate();
    expect(await state()).toEqual(schemas.map((schema) => `${schema} 2 first second`));
  });

  it('leave the last whole version when the process is killed at any statement', async () => {
    const statements = [
      'alter table {schema}.toy add column first text',
      'alter table {schema}.toy add column second text',
      'create index toy_second on {schema}.toy (second)',
    ];
    for (let at = 0; at <= statements.length; at += 1) {
      const stopped = statements.toSpliced(at, 0, `select pg_sleep(20)`).join(';\n');
      await write('0001_first.sql', stopped);
      const second = await open(await nameOf(database));
      const outcome = migrate(second).then(() => 'migrated', String);
      await eventually(async () => {
        const { rowCount } = await database.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()
             and wait_event = 'PgSleep'`,
        );
        return rowCount === 1;
      });
      expect(await outcome).toMatch(/0001_first.sql.*changed nothing/);
      expect(await state()).toEqual(schemas.map((schema) => `${schema} 0 `));
    }
    await write('0001_first.sql', statements.join(';\n'));
    await migrate();
    expect(await state()).toEqual(schemas.map((schema) => `${schema} 1 first second`));
  }, 60_000);

  it('are run by one of two servers that start at once', async () => {
    const { log, lines } = recordingLog();
    await write('0002_second.sql', 'alter table {schema}.toy add column second text');
    const second = await open(await nameOf(database));
    await Promise.all([migrate(database, log), migrate(second, log)]);
    expect(await state()).toEqual(schemas.map((schema) => `${schema} 2 first second`));
    expect(lines).toHaveLength(4);
  });

  it('refuse, in one line, tables of a program that is newer', async () => {
    await database.owner.query(
      `update core.workspace set schema_version = 7 where schema_name = 'w_two'`,
    );
    await expect(migrate()).rejects.toThrow(
      /^the database was used by a newer Duyên \(a company has tables of version 7, this program knows 1\)/,
    );
    expect(await state()).toEqual(['w_one 0 ', 'w_two 7 ']);
  });

  it('refuse a file that is missing between others', async () => {
    await copyFile(path.join(folder, '0001_first.sql'), path.join(folder, '0003_third.sql'));
    await expect(migrate()).rejects.toThrow('0003_third.sql does not follow');
  });
});

async function nameOf({ owner }: Database): Promise<string> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}
