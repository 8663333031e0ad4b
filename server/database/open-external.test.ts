import { randomBytes } from 'node:crypto';
import { expect, inject, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../testing/database.ts';
import { silentLog } from '../testing/silent-log.ts';
import type { Database } from './database.ts';
import { migrateCore } from './migrate-core.ts';
import { openExternal, refuseOtherVersions } from './open-external.ts';
import { createPool } from './pool.ts';
import type { SignIn } from './pool.ts';

type Role = 'superuser' | 'owner' | 'app';

function urlOf(role: Role, database: string, change: { password?: string } = {}): string {
  const signIn: SignIn = inject('cluster')[role];
  if ('connectionString' in signIn) return signIn.connectionString;
  const { user, password, host, port } = { ...signIn, ...change };
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function nameOf(database: Database): Promise<string> {
  const { rows } = await database.app.query<{ name: string }>('SELECT current_database() AS name');
  return rows[0]?.name ?? '';
}

async function createDatabase(options: string): Promise<string> {
  const name = `external_${randomBytes(4).toString('hex')}`;
  const pool = createPool(inject('cluster').superuser, {
    applicationName: 'duyen test',
    max: 1,
    log: silentLog,
  });
  await pool.query(`CREATE DATABASE ${name} ${options}`);
  await pool.end();
  return name;
}

it('creates the extensions, migrates and listens with one role for everything', async () => {
  const name = await createDatabase('OWNER duyen_owner TEMPLATE template0');
  const database = await openExternal(urlOf('owner', name), silentLog);
  onTestFinished(() => database.close());
  await migrateCore(database, silentLog);
  const { rows } = await database.app.query(
    `SELECT array_agg(extname::text ORDER BY extname) AS names, current_user AS me
       FROM pg_extension WHERE extname <> 'plpgsql'`,
  );
  expect(rows).toEqual([{ names: ['btree_gin', 'pg_trgm', 'unaccent'], me: 'duyen_owner' }]);
  const heard = Promise.withResolvers<string>();
  await database.listen('changed', heard.resolve);
  await database.app.query(`SELECT pg_notify('changed', 'now')`);
  expect(await heard.promise).toBe('now');
  expect(database.embedded).toBe(false);
});

it('opens the same new database from two processes at once', async () => {
  const name = await createDatabase('OWNER duyen_owner TEMPLATE template0');
  const url = urlOf('owner', name);
  const both = await Promise.all([openExternal(url, silentLog), openExternal(url, silentLog)]);
  await Promise.all(both.map((database) => migrateCore(database, silentLog)));
  await Promise.all(both.map((database) => database.close()));
});

it('says in one line, without the password, why a database refuses', async () => {
  const name = await nameOf(await freshDatabase('refuse'));
  const wrong = urlOf('owner', name, { password: 'hunter2' });
  for (const [url, reason] of [
    [wrong, /duyen_owner@.*refuses: password authentication failed/],
    ['postgres://crm:hunter2@127.0.0.1:1/crm', /crm@127\.0\.0\.1:1\/crm refuses: .*ECONNREFUSED/],
    ['postgres://crm:hunter2@localhost:1/crm', /crm@localhost:1\/crm refuses: .*ECONNREFUSED/],
    [urlOf('owner', 'absent'), /refuses: database "absent" does not exist/],
  ] as const) {
    const error = await openExternal(url, silentLog).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ message: expect.stringMatching(reason) });
    expect(String(error)).not.toMatch(/hunter2|\n/);
  }
});

it('refuses another encoding', async () => {
  const name = await createDatabase(
    `TEMPLATE template0 OWNER duyen_owner ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc`,
  );
  await expect(openExternal(urlOf('owner', name), silentLog)).rejects.toThrow(
    /has encoding SQL_ASCII; create one with ENCODING 'UTF8'/,
  );
});

it('says which extension to create when its role may not', async () => {
  const name = await createDatabase('TEMPLATE template0');
  await expect(openExternal(urlOf('app', name), silentLog)).rejects.toThrow(
    /run as a superuser in that database: CREATE EXTENSION pg_trgm;/,
  );
});

it('knows PostgreSQL 15 to 18', () => {
  for (const version of [150_002, 160_000, 170_010, 180_004])
    expect(() => refuseOtherVersions(version)).not.toThrow();
  for (const version of [90_624, 140_019, 190_000])
    expect(() => refuseOtherVersions(version)).toThrow(/Duyên works with 15 to 18/);
});
