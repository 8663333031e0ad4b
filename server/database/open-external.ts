import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { codeOf, reasonOf } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { connectDatabase } from './connect-database.ts';
import type { Database } from './database.ts';
import { clientConfig } from './pool.ts';

const oldest = 15;
const newest = 18;
const extensions = ['pg_trgm', 'btree_gin', 'unaccent'] as const;

export async function openExternal(databaseUrl: string, log: Log): Promise<Database> {
  const applicationName = `duyen ${process.pid} ${randomBytes(4).toString('hex')}`;
  const signIn = { connectionString: databaseUrl };
  const client = await firstConnection(databaseUrl, applicationName);
  try {
    await checkServer(client);
    await ensureExtensions(client);
  } finally {
    await client.end();
  }
  return connectDatabase({
    app: signIn,
    owner: signIn,
    applicationName,
    embedded: false,
    revive: async () => undefined,
    log,
  });
}

async function firstConnection(databaseUrl: string, applicationName: string): Promise<pg.Client> {
  try {
    const client = new pg.Client(clientConfig({ connectionString: databaseUrl }, applicationName));
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw new StartError(`DATABASE_URL: ${whereOf(databaseUrl)} refuses: ${explain(error)}`, {
      cause: error,
    });
  }
}

/** The address without the password. */
function whereOf(databaseUrl: string): string {
  const { username, host, pathname } = new URL(databaseUrl);
  return `${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

/** Several addresses of one name fail together, with an empty message of their own. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return reasonOf(error);
}

/** @param version as in server_version_num, e.g. 180004 */
export function refuseOtherVersions(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major < oldest || major > newest)
    throw new StartError(
      `DATABASE_URL leads to PostgreSQL ${major}; Duyên works with ${oldest} to ${newest}`,
    );
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; name: string }>(
    `SELECT current_setting('server_version_num')::int AS version,
            current_setting('server_encoding') AS encoding,
            current_database() AS name`,
  );
  const { version = 0, encoding = '', name = '' } = rows[0] ?? {};
  refuseOtherVersions(version);
  if (encoding !== 'UTF8')
    throw new StartError(
      `DATABASE_URL: the database ${name} has encoding ${encoding}; create one with ENCODING 'UTF8' TEMPLATE template0`,
    );
}

async function ensureExtensions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ extname: string }>(
    'SELECT extname FROM pg_extension WHERE extname = ANY($1)',
    [extensions],
  );
  for (const extension of extensions) {
    if (rows.some((row) => row.extname === extension)) continue;
    try {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    } catch (error) {
      // IF NOT EXISTS does not wait for another process that creates it in the same moment.
      if (codeOf(error) === '23505' || codeOf(error) === '42710') continue;
      throw new StartError(
        `DATABASE_URL: the extension ${extension} is missing and its role may not create it ` +
          `(${reasonOf(error)}); run as a superuser in that database: CREATE EXTENSION ${extension};`,
        { cause: error },
      );
    }
  }
}
