import { Logger, runMigrations } from 'graphile-worker';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

export const jobsSchema = 'graphile_worker';

/**
 * Row security of graphile-worker's tables lets only their owner in, so the application role has to
 * own them. It may create a schema only for this moment.
 */
export async function migrateJobs(database: Database, log: Log): Promise<void> {
  const { rows } = await database.app.query<{ role: string; ready: boolean; owns: boolean }>(
    `SELECT current_user AS role, current_database() AS name,
            to_regclass($1) IS NOT NULL AS ready,
            pg_has_role(current_user, datdba, 'USAGE') AS owns
       FROM pg_database WHERE datname = current_database()`,
    [`${jobsSchema}.migrations`],
  );
  const [state] = rows;
  const lend = state !== undefined && !state.ready && !state.owns;
  if (lend) await database.owner.query(grantCreate('GRANT', 'TO', state.role));
  try {
    await runMigrations({
      pgPool: database.app,
      schema: jobsSchema,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({}, message);
      }),
    });
  } finally {
    if (lend) await database.owner.query(grantCreate('REVOKE', 'FROM', state.role));
  }
}

const grantCreate = (verb: 'GRANT' | 'REVOKE', direction: 'TO' | 'FROM', role: string) =>
  `DO $$ BEGIN EXECUTE format('${verb} CREATE ON DATABASE %I ${direction} %I',
     current_database(), '${role.replaceAll("'", "''")}'); END $$`;
