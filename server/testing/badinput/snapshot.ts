import fs from 'node:fs/promises';
import path from 'node:path';
import type { World } from './world.ts';

/** What is in the company's tables and folders at one moment. */
export interface Snapshot {
  tables: Map<string, { rows: number; hash: string }>;
  /** Tables and columns. */
  schema: string;
  /** Names below the folder of files. */
  files: string[];
  memory: number;
  audit: number;
  mails: number;
  canary: number;
  log: number;
  failures: number;
}

export async function takeSnapshot(world: World): Promise<Snapshot> {
  const [tables, schema, files, audit] = await Promise.all([
    hashTables(world),
    hashSchema(world),
    listFiles(path.join(world.dataDir, 'files')),
    world.sql(`SELECT coalesce(max(id), 0)::int AS n FROM core.audit`),
  ]);
  return {
    tables,
    schema,
    files,
    memory: world.server.memory(),
    audit: Number(audit[0]?.['n']),
    mails: world.mail.mails.length,
    canary: world.canary.hits(),
    log: world.server.log.length,
    failures: world.server.failures().length,
  };
}

/** People as far as a request could change them; when somebody was last seen does not count. */
const people = `SELECT u.id, u.email, u.name, u.email_verified, a.password, m.member_id, m.active
  FROM core.user u LEFT JOIN core.account a ON a.user_id = u.id
  LEFT JOIN core.membership m ON m.user_id = u.id`;

/** What the program does by itself a moment later: telling people of what was done. Reading it is a request's. */
const told = (schema: string): Record<string, string> => ({
  outbox_reader: `(SELECT name FROM ${schema}.outbox_reader)`,
  notice: `(SELECT id, read_at FROM ${schema}.notice WHERE read_at IS NOT NULL)`,
  outbox: `(SELECT * FROM ${schema}.outbox WHERE kind <> 'notice')`,
});

async function hashTables({ sql, schema }: World): Promise<Snapshot['tables']> {
  const names = await sql(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = $1 AND table_type = 'BASE TABLE'`,
    [schema],
  );
  // A sum needs no order.
  const hashed = (name: string, from: string) =>
    `SELECT '${name}' AS name, count(*)::int AS rows, sum(hashtextextended(t::text, 0)) AS hash FROM ${from} t`;
  const rows = await sql(
    [
      ...names.map(({ name }) =>
        hashed(String(name), told(schema)[String(name)] ?? `${schema}.${String(name)}`),
      ),
      hashed('people', `(${people})`),
    ].join(' UNION ALL '),
  );
  return new Map(
    rows.map(({ name, rows: count, hash }) => [
      String(name),
      { rows: Number(count), hash: String(hash) },
    ]),
  );
}

async function hashSchema({ sql, schema }: World): Promise<string> {
  const [row] = await sql(
    `SELECT md5(string_agg(table_name || '.' || column_name || ' ' || data_type, ',' ORDER BY table_name, column_name)) AS hash
       FROM information_schema.columns WHERE table_schema = ANY($1)`,
    [[schema, 'core']],
  );
  return String(row?.['hash']);
}

export async function listFiles(folder: string): Promise<string[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

/** Tables that are not as they were. */
export const changedTables = (before: Snapshot, after: Snapshot): string[] =>
  [...after.tables]
    .filter(([name, { hash }]) => before.tables.get(name)?.hash !== hash)
    .map(([name]) => name);

export const addedRows = (before: Snapshot, after: Snapshot, table: string): number =>
  (after.tables.get(table)?.rows ?? 0) - (before.tables.get(table)?.rows ?? 0);
