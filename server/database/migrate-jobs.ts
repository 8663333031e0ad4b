import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

export const jobsSchema = 'graphile_worker';

/**
 * Row security of graphile-worker's tables lets only their owner in, so the application role has to
 * own them. It may create a schema only for this moment.
 */
export async function migrateJobs(database: Database, log: Log): Promise<void> {
  const { rows } = await database.app.query<{ role: string; ready: boolean; creates: boolean }>(
    `SELECT current_user AS role,
            to_regclass($1) IS NOT NULL AS ready,
            has_database_privilege(current_database(), 'CREATE') AS creates`,
    [`${jobsSchema}.migrations`],
  );
  const { role = '', ready = true, creates = true } = rows[0] ?? {};
  if (!ready && !creates) await database.owner.query(changeCreate('GRANT', 'TO', role));
  try {
    await runMigrations({
      pgPool: database.app,
      schema: jobsSchema,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({}, message);
      }),
    });
  } finally {
    // Also after a start that was killed between the two. Elsewhere both roles are one.
    if (database.embedded && (creates || !ready))
      await database.owner.query(changeCreate('REVOKE', 'FROM', role));
  }
}

const changeCreate = (verb: 'GRANT' | 'REVOKE', direction: 'TO' | 'FROM', role: string) =>
  `DO $$ BEGIN EXECUTE format('${verb} CREATE ON DATABASE %I ${direction} %I',
     current_database(), ${pg.escapeLiteral(role)}); END $$`;
