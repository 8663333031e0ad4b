import path from 'node:path';
import { declarations } from '#modules';
import { folderStore } from '#engine/files/folder-store.ts';
import type { FileStore } from '#engine/files/store.ts';
import { checkWorkspaces } from '#engine/schema/check.ts';
import { migrateWorkspaces } from '#engine/schema/migrations.ts';
import { watchWorkspaces } from '#engine/watch-workspaces.ts';
import { createWorkspaces, type Workspaces } from '#engine/workspaces.ts';
import { readAppSecret } from './app-secret.ts';
import { createClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { migrateCore } from './database/migrate-core.ts';
import { openDatabase } from './database/open-database.ts';
import type { Log } from './log.ts';
import { rememberKey } from './remember-key.ts';

/** What the server and the command line both stand on. */
export interface Installation {
  readonly config: Config;
  readonly log: Log;
  /** The key of the installation. */
  readonly secret: string;
  readonly database: Database;
  readonly files: FileStore;
  readonly workspaces: Workspaces;
  readonly clock: Clock;
  close(): Promise<void>;
}

export const filesOf = ({ dataDir }: Pick<Config, 'dataDir'>): FileStore =>
  folderStore(path.join(dataDir, 'files'));

/** Opens the database, up to date, with the workspaces in it. */
export async function openInstallation(config: Config, log: Log): Promise<Installation> {
  const secret = await readAppSecret(config);
  const database = await openDatabase(config, log);
  try {
    await migrateCore(database, log);
    await rememberKey(database, secret);
    await migrateWorkspaces(database, log);
    const files = filesOf(config);
    const clock = createClock();
    const workspaces = createWorkspaces(database, declarations, files, log, { clock: clock.now });
    await checkWorkspaces(workspaces, log);
    await watchWorkspaces(workspaces);
    return {
      config,
      log,
      secret,
      database,
      files,
      workspaces,
      clock,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
