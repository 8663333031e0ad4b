import { statfs } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { codeOf } from '../data-folder.ts';
import { BackupError } from './backup-error.ts';

/** Tables as text, packed, take about this part of what they take in the database. */
const packed = 1 / 8;

/** Says at once what would otherwise be found out after minutes. A guess: the disk itself has the last word. */
export async function checkSpace(
  client: PoolClient,
  schemas: readonly string[],
  folder: string,
): Promise<void> {
  const { rows } = await client.query<{ bytes: number }>(
    `select coalesce(sum(pg_table_size(oid)), 0)::float8 as bytes from pg_class
      where relkind = 'r' and relnamespace = any($1::regnamespace[])`,
    [schemas],
  );
  const disk = await statfs(folder).catch((error: unknown) => {
    throw new BackupError('noFolder', codeOf(error) === 'ENOENT' ? folder : undefined, {
      cause: error,
    });
  });
  const needed = (rows[0]?.bytes ?? 0) * packed;
  const free = disk.bavail * disk.bsize;
  if (free < needed)
    throw new BackupError('noSpace', `${megabytes(free)} free, about ${megabytes(needed)} needed`);
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;
