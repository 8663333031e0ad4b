import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connectDatabase } from '../database/connect-database.ts';
import type { Database } from '../database/database.ts';
import type { SignIn } from '../database/pool.ts';
import { copyDatabase, coreTemplate, emptyTemplate, sharedDatabase } from './cluster.ts';
import { silentLog } from './silent-log.ts';

const opened: Database[] = [];
let shared: Promise<Database> | undefined;

/** Of the file that ends, by close-databases.ts. */
export async function closeDatabases(): Promise<void> {
  shared = undefined;
  await Promise.all(opened.splice(0).map((database) => database.close()));
}

/**
 * The database that all test files of a run share, with the core tables: keep to a workspace of
 * your own. Closed by itself after the file.
 */
export function testDatabase(): Promise<Database> {
  shared ??= open(sharedDatabase);
  return shared;
}

/** A database of one's own: with empty core tables, or `{ migrated: false }` with none. */
export async function freshDatabase(
  name: string,
  options: { migrated?: boolean } = {},
): Promise<Database> {
  const unique = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}_${randomBytes(4).toString('hex')}`;
  const template = options.migrated === false ? emptyTemplate : coreTemplate;
  await copyDatabase(inject('cluster').superuser, template, unique);
  return open(unique);
}

/** A further set of pools on the same database, as a second process has. */
export async function open(name: string): Promise<Database> {
  const { app, owner } = inject('cluster');
  const database = await connectDatabase({
    app: at(app, name),
    owner: at(owner, name),
    applicationName: `duyen test ${randomBytes(4).toString('hex')}`,
    embedded: true,
    revive: async () => undefined,
    log: silentLog,
  });
  let closing: Promise<void> | undefined;
  const once = { ...database, close: () => (closing ??= database.close()) };
  opened.push(once);
  return once;
}

function at(signIn: SignIn, database: string): SignIn {
  return 'database' in signIn ? { ...signIn, database } : signIn;
}
