import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FileStore } from '#engine/files/store.ts';
import { latestMigration } from '#engine/schema/migrations.ts';
import { codeOf } from '../data-folder.ts';
import type { Database } from '../database/database.ts';
import { latestCore } from '../database/migrate-core.ts';
import { readArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { grantRights } from './grant-rights.ts';
import { manifestName, sha256, type Manifest } from './manifest.ts';
import { writeFiles, type FileWriter } from './restore-files.ts';

export interface RestoreTarget {
  database: Database;
  files: FileStore;
}

/**
 * Restores a backup that `verifyBackup` has found whole into an empty place, all or nothing: everything in the database
 * happens in one transaction, and numbers of rows are compared with the manifest before it is committed.
 */
export async function restoreBackup(
  { database, files }: RestoreTarget,
  file: string,
  manifest: Manifest,
  stop?: AbortSignal,
): Promise<void> {
  await refuseNewer(manifest);
  const client = await database.owner.connect();
  let writer: FileWriter | undefined;
  let failure: Error | undefined;
  try {
    await client.query('begin');
    await client.query(
      `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
       set local search_path = pg_catalog, public`,
    );
    await makeRoom(client);
    writer = await writeFiles(files, manifest);
    await createTables(client, manifest);
    await fill(client, writer, manifest, file, stop);
    await writer.end();
    await finish(client, manifest);
    await grantRights(client, database, manifest.schemas);
    await client.query('commit');
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await writer?.undo();
    throw restoreError(error);
  } finally {
    // Ending the connection rolls back, whatever it was in the middle of.
    client.release(failure);
  }
}

async function refuseNewer({ migrations, program }: Manifest): Promise<void> {
  if (migrations.core > (await latestCore()) || migrations.workspace > (await latestMigration()))
    throw new BackupError('newerSchema', program);
}

/** Nothing of anyone may be there; the empty tables of an installation just made are replaced. */
async function makeRoom(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ core: boolean }>(
    `select to_regclass('core.workspace') is not null as core`,
  );
  if (!rows[0]?.core) return;
  const { rows: some } = await client.query('select from core.workspace limit 1');
  if (some.length > 0) throw new BackupError('notEmpty', 'it has workspaces');
  await client.query('drop schema core cascade');
}

async function createTables(client: PoolClient, manifest: Manifest): Promise<void> {
  for (const schema of manifest.schemas) await client.query(`create schema "${schema}"`);
  for (const table of manifest.tables) await client.query(table.create);
}

async function fill(
  client: PoolClient,
  writer: FileWriter,
  manifest: Manifest,
  file: string,
  stop?: AbortSignal,
): Promise<void> {
  const tables = new Map(
    manifest.tables.flatMap((table) => table.parts.map((part) => [part, table])),
  );
  await readArchive(file, async (part, bytes) => {
    stop?.throwIfAborted();
    if (part === manifestName) return;
    // Somebody may have changed the file since it was verified.
    if (manifest.parts[part]?.sha256 !== sha256(bytes)) throw new BackupError('damaged', part);
    const table = tables.get(part);
    if (table) return copyInto(client, table, bytes);
    const name = /^files\/(.+)\/\d{6}$/.exec(part)?.[1];
    if (name !== undefined) await writer.take(name, bytes);
  });
}

async function copyInto(client: PoolClient, table: Manifest['tables'][number], bytes: Buffer) {
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const stream = client.query(
    copyFrom(`copy "${table.schema}"."${table.name}" (${columns}) from stdin`),
  );
  await pipeline(Readable.from([bytes]), stream);
}

async function finish(client: PoolClient, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) for (const sql of table.after) await client.query(sql);
  for (const table of manifest.tables) for (const sql of table.references) await client.query(sql);
  for (const sql of manifest.sequences) await client.query(sql);
  for (const { schema, name, columns, rows: expected } of manifest.tables) {
    if (columns.length === 0) continue;
    const { rows } = await client.query<{ count: string }>(
      `select count(*)::text as count from "${schema}"."${name}"`,
    );
    if (Number(rows[0]?.count) !== expected) throw new BackupError('damaged', `${schema}.${name}`);
  }
}

function restoreError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === '42P06' || code === '42P07') return new BackupError('notEmpty', 'it has tables');
  if (code === 'ENOSPC' || code === '53100')
    return new BackupError('noSpace', undefined, { cause: error });
  return error;
}
