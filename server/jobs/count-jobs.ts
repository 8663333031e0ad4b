import type { Database } from '../database/database.ts';

/** Jobs that are due or will be, and those that gave up. */
export async function countJobs(database: Database): Promise<{ waiting: number; failed: number }> {
  const { rows } = await database.app.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting,
            count(*) filter (where attempts >= max_attempts)::int as failed
       from graphile_worker.jobs`,
  );
  return rows[0] ?? { waiting: 0, failed: 0 };
}
