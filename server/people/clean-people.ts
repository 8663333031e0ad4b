import { sql } from 'kysely';
import type { TimedJob } from '#engine/jobs/job.ts';
import { coreOf } from './core-tables.ts';

/** What has expired is of no use to anybody but a thief. The same for every workspace, so once is enough. */
export const cleanPeople: TimedJob = {
  name: 'cleanPeople',
  at: '29 19 * * *',
  async run(ctx) {
    const core = coreOf(ctx);
    const now = sql<string>`now()`;
    await core.deleteFrom('session').where('expires_at', '<', now).execute();
    await core.deleteFrom('verification').where('expires_at', '<', now).execute();
    await core.deleteFrom('used_code').where('expires_at', '<', now).execute();
    await core.deleteFrom('attempt').where('resets_at', '<', now).execute();
    await core.deleteFrom('invitation').where('expires_at', '<', now).execute();
  },
};
