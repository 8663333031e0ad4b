import { access } from 'node:fs/promises';
import path from 'node:path';
import { openInstallation, type Installation } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Input } from './command.ts';

type Opening = Pick<Input, 'config' | 'log'>;

/** Opens what the server also runs on, beside it when it runs, and leaves it as it was. */
export async function withInstallation<T>(
  { config, log }: Opening,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config, log);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Only the database, as it is: nothing is migrated or compared. */
export async function withDatabase<T>(
  { config, log }: Opening,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, log);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Opening the embedded database makes one; for what must not. */
export async function hasDatabase({ databaseUrl, dataDir }: Config): Promise<boolean> {
  if (databaseUrl !== undefined) return true;
  return access(path.join(dataDir, 'database.json')).then(
    () => true,
    () => false,
  );
}
