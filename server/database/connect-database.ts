import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import { createPool } from './pool.ts';
import type { SignIn } from './pool.ts';
import { openWatch } from './watch.ts';

/** Pools and the watching connection of a server that runs. */
export async function connectDatabase(options: {
  app: SignIn;
  owner: SignIn;
  /** Distinct for each process. */
  applicationName: string;
  embedded: boolean;
  revive: (signal: AbortSignal) => Promise<void>;
  log: Log;
}): Promise<Database> {
  const { applicationName, log } = options;
  const app = createPool(options.app, { applicationName, max: 10, log });
  const owner = createPool(options.owner, { applicationName, max: 2, log });
  try {
    const { rows } = await app.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const watch = await openWatch({
      signIn: options.app,
      applicationName,
      revive: options.revive,
      log,
    });
    return {
      app,
      owner,
      versionNumber: rows[0]?.version ?? 0,
      embedded: options.embedded,
      listen: watch.listen,
      async close() {
        await watch.close();
        await Promise.all([app.end(), owner.end()]);
      },
    };
  } catch (error) {
    await Promise.all([app.end(), owner.end()]);
    throw error;
  }
}
