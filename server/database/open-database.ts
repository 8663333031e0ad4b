import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openExternal } from './open-external.ts';

/**
 * Connects to DATABASE_URL, or to the embedded database of the data folder, which it adopts when it
 * runs and starts when it does not. The process that leaves last stops the embedded one.
 */
export function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: Log,
): Promise<Database> {
  return config.databaseUrl === undefined
    ? openEmbedded(config.dataDir, log)
    : openExternal(config.databaseUrl, log);
}
