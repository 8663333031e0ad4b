import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { codeOf, reasonOf } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import type { Database } from './database.ts';
import { migrateJobs } from './migrate-jobs.ts';

// Any number that no other program takes for its own advisory lock; this one spells "duyen".
export const migrationLock = '431283434862';

const ours = path.join(import.meta.dirname, 'core');

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/**
 * Brings the tables that all workspaces share up to date. Each file and its row in core.migration
 * are one transaction under one lock: killed anywhere, or run by two servers at once, the database
 * has every file once or not at all.
 */
export async function migrateCore(database: Database, log: Log, folder = ours): Promise<void> {
  const migrations = await readMigrations(folder);
  const client = await database.owner.connect();
  let failure: Error | undefined;
  try {
    const applied = await readApplied(client);
    checkHistory(migrations, applied);
    for (const migration of migrations)
      if (!applied.has(migration.version) && (await apply(client, migration)))
        log.info({ migration: migration.name }, 'migrated');
  } catch (error) {
    failure = error instanceof Error ? error : new Error(reasonOf(error));
    throw failure;
  } finally {
    // A client that failed half way may still be in its transaction.
    client.release(failure);
  }
  await migrateJobs(database, log);
}

/** The newest migration this program brings. */
export const latestCore = async (): Promise<number> =>
  (await readMigrations(ours)).at(-1)?.version ?? 0;

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await fs.readFile(path.join(folder, name), 'utf8');
      // A checkout on Windows may have other line ends.
      const sql = text.replaceAll('\r\n', '\n');
      const hash = createHash('sha256').update(sql).digest('hex');
      return { version: Number(name.slice(0, 4)), name, sql, hash };
    }),
  );
}

async function readApplied(client: PoolClient): Promise<Map<number, string>> {
  try {
    const { rows } = await client.query<{ version: number; hash: string }>(
      'SELECT version, hash FROM core.migration',
    );
    return new Map(rows.map((row) => [row.version, row.hash]));
  } catch (error) {
    if (codeOf(error) === '42P01' || codeOf(error) === '3F000') return new Map();
    throw error;
  }
}

function checkHistory(migrations: readonly Migration[], applied: Map<number, string>): void {
  for (const [version, hash] of applied) {
    const ours = migrations.find((migration) => migration.version === version);
    if (!ours)
      throw new StartError(
        `the database was used by a newer Duyên (it has migration ${version}); start that one, or restore a backup of this version`,
      );
    if (ours.hash !== hash)
      throw new StartError(
        `the migration ${ours.name} was changed after this database had run it; put the file back`,
      );
  }
}

/** False when another process was first. */
async function apply(
  client: PoolClient,
  { version, name, sql, hash }: Migration,
): Promise<boolean> {
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
      SELECT pg_advisory_xact_lock(${migrationLock}); SET LOCAL lock_timeout = '10s';
      CREATE SCHEMA IF NOT EXISTS core;
      CREATE TABLE IF NOT EXISTS core.migration (
        version int PRIMARY KEY,
        name text NOT NULL,
        hash text NOT NULL,
        applied_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    const { rowCount } = await client.query(
      'INSERT INTO core.migration (version, name, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [version, name, hash],
    );
    if (rowCount === 1) await client.query(sql);
    await client.query('COMMIT');
    return rowCount === 1;
  } catch (error) {
    throw new StartError(`the migration ${name} failed and changed nothing: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}
