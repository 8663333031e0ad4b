import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { AppError } from '#shared/errors.ts';
import type { FileStore } from '#engine/files/store.ts';
import type { Database } from '../database/database.ts';
import { largestPart, writeArchive, type ArchiveWriter } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { checkSpace } from './check-space.ts';
import { describeSchema, identitySettings, type TableDescription } from './describe-schema.ts';
import { fingerprintOf, manifestName, sealManifest, type Manifest } from './manifest.ts';

export interface BackupSource {
  database: Database;
  files: FileStore;
  /** The key of the installation. */
  secret: string;
  /** Version of the program. */
  program: string;
}

/**
 * One consistent picture of all workspaces with their files, taken while people go on working. The manifest, sealed with
 * the installation's key, comes last: without it the archive is not whole. The job queue is not part of it: what
 * waited in it may long be done when somebody restores, and a mail must not be sent twice.
 */
export async function createBackup(
  source: BackupSource,
  file: string,
  stop?: AbortSignal,
): Promise<Manifest> {
  const target = path.resolve(file);
  if (await exists(target)) throw new BackupError('exists', target);
  const client = await source.database.owner.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
       set local search_path = pg_catalog, public`,
    );
    const manifest = await describe(client, source);
    await checkSpace(client, manifest.schemas, path.dirname(target));
    const fill = async (writer: ArchiveWriter) => {
      for (const table of manifest.tables) await copyTable(client, writer, table);
      for await (const name of source.files.list())
        await copyFile(source.files, writer, manifest, name);
      manifest.parts = { ...writer.parts };
      await writer.add(manifestName, sealManifest(manifest, source.secret));
    };
    await writeArchive(target, fill, stop);
    await client.query('commit');
    return manifest;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A copy that was broken off leaves its connection in the middle of it.
    client.release(failure);
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function describe(client: PoolClient, source: BackupSource): Promise<Manifest> {
  const { rows } = await client.query<{ schema_name: string; schema_version: number }>(
    'select schema_name, schema_version from core.workspace order by id',
  );
  const { rows: core } = await client.query<{ version: number }>(
    'select max(version) as version from core.migration',
  );
  const schemas = ['core', ...rows.map((row) => row.schema_name)];
  const tables: TableDescription[] = [];
  const sequences: string[] = [];
  for (const schema of schemas) {
    tables.push(...(await describeSchema(client, schema)));
    sequences.push(...(await identitySettings(client, schema)));
  }
  return {
    format: 1,
    program: source.program,
    createdAt: new Date().toISOString(),
    postgres: source.database.versionNumber,
    migrations: {
      core: core[0]?.version ?? 0,
      workspace: Math.max(0, ...rows.map((row) => row.schema_version)),
    },
    keyFingerprint: fingerprintOf(source.secret),
    schemas,
    tables: tables.map((table) => ({
      ...table,
      columns: isMomentary(table) ? [] : table.columns,
      rows: 0,
      parts: [],
    })),
    sequences,
    files: [],
    parts: {},
  };
}

/** Heart-beats of processes say nothing once they are old. */
const isMomentary = ({ schema, name }: TableDescription): boolean =>
  schema === 'core' && name === 'process';

/** Rows in PostgreSQL's text form: one line each, so that they can be counted and cut between two. */
async function copyTable(
  client: PoolClient,
  writer: ArchiveWriter,
  table: Manifest['tables'][number],
): Promise<void> {
  if (table.columns.length === 0) return;
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const stream = client.query(
    copyTo(`copy (select ${columns} from "${table.schema}"."${table.name}") to stdout`),
  );
  let held: Buffer[] = [];
  let size = 0;
  const flush = async (bytes: Buffer) => {
    const name = `tables/${table.schema}/${table.name}/${numbered(table.parts.length)}`;
    table.parts.push(name);
    await writer.add(name, bytes);
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1))
      table.rows += 1;
    held.push(chunk);
    size += chunk.length;
    if (size < largestPart) continue;
    const all = Buffer.concat(held);
    const end = all.lastIndexOf(newline) + 1;
    if (end > 0) await flush(all.subarray(0, end));
    held = [Buffer.from(all.subarray(end))];
    size = all.length - end;
  }
  if (size > 0) await flush(Buffer.concat(held));
}

const newline = 0x0a;
const numbered = (part: number): string => String(part).padStart(6, '0');

async function copyFile(
  files: FileStore,
  writer: ArchiveWriter,
  manifest: Manifest,
  name: string,
): Promise<void> {
  const content = await files.read(name).catch((error: unknown) => {
    // Erased since the list was begun.
    if (error instanceof AppError && error.code === 'notFound') return undefined;
    throw error;
  });
  if (!content) return;
  let total = 0;
  let parts = 0;
  let held: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    await writer.add(`files/${name}/${numbered(parts)}`, Buffer.concat(held));
    parts += 1;
    total += size;
    held = [];
    size = 0;
  };
  for await (const chunk of content as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size >= largestPart) await flush();
  }
  if (size > 0 || parts === 0) await flush();
  manifest.files.push({ name, size: total });
}
