import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database/database.ts';
import { rowsIn, type Manifest } from './manifest.ts';

/** Backups are looked for by what is in them: a file may be moved and renamed. */
interface Made {
  file: string;
  size: number;
  manifest: Manifest;
}

export async function recordBackup(database: Database, { file, size, manifest }: Made) {
  await database.app.query(
    'insert into core.backup (created_at, name, bytes, row_count) values ($1, $2, $3, $4)',
    [manifest.createdAt, path.basename(file), size, rowsIn(manifest)],
  );
}

/** A backup of before the last restore may be unknown here. */
export async function recordVerified(
  database: Database,
  file: string,
  manifest: Manifest,
): Promise<void> {
  const { rowCount } = await database.app.query(
    'update core.backup set verified_at = now() where created_at = $1 and row_count = $2',
    [manifest.createdAt, rowsIn(manifest)],
  );
  if (rowCount !== 0) return;
  const { size } = await stat(file);
  await database.app.query(
    `insert into core.backup (created_at, name, bytes, row_count, verified_at)
     values ($1, $2, $3, $4, now())`,
    [manifest.createdAt, path.basename(file), size, rowsIn(manifest)],
  );
}

export interface BackupAge {
  made: string | null;
  verified: string | null;
}

/** When the newest backup, and the newest that was verified, were taken. */
export async function lastBackups(database: Database): Promise<BackupAge> {
  const { rows } = await database.app.query<BackupAge>(
    `select max(created_at) as made,
            max(created_at) filter (where verified_at is not null) as verified from core.backup`,
  );
  return rows[0] ?? { made: null, verified: null };
}
