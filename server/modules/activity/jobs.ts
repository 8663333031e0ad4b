import type { TimedJob } from '#engine/jobs/job.ts';
import { markForgotten } from './mark-forgotten.ts';

export const forgottenActivities: TimedJob = {
  name: 'forgotten-activities',
  at: '* * * * *',
  run: async (ctx) => {
    await markForgotten(ctx);
  },
};
