import type { TimedJob } from '#engine/jobs/job.ts';
import { refreshMovingRollups } from './refresh-moving.ts';

/** Shortly after midnight where most companies are. */
export const nightlyRollups: TimedJob = {
  name: 'nightly-rollups',
  at: '20 17 * * *',
  run: refreshMovingRollups,
};
