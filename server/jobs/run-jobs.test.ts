import { expect, it } from 'vitest';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job, TimedJob } from '#engine/jobs/job.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { runJobs } from './run-jobs.ts';

it('what comes each minute comes while long work goes on, and never twice at a time', async () => {
  const w = await testWorkspace();
  const release = Promise.withResolvers<void>();
  let [long, ticks, atOnce, most] = [0, 0, 0, 0];
  const job: Job = {
    name: 'testLong',
    run: async () => {
      long += 1;
      await release.promise;
    },
  };
  const waiting = async () => {
    const { rows } = await w.database.app.query(
      `select from graphile_worker.jobs where task_identifier = 'testTick'`,
    );
    return rows.length;
  };
  const timed: TimedJob = {
    name: 'testTick',
    at: '* * * * *',
    run: async ({ workspace }) => {
      if (workspace.id !== w.id) return;
      most = Math.max(most, (atOnce += 1));
      ticks += 1;
      if (ticks === 1) {
        // The next minute comes while this one is still at it.
        await addTick();
        await eventually(async () => (await waiting()) === 1);
      }
      atOnce -= 1;
    },
  };
  const other: TimedJob = { name: 'testOther', at: '* * * * *', run: async () => undefined };
  const addTick = () =>
    w.database.app.query(`select graphile_worker.add_job('testTick', payload := '{}')`);
  for (let i = 0; i < 2; i += 1) await addJob(await w.system(), job.name, {});
  const running = await runJobs(w.workspaces, { jobs: [job], timed: [timed, other] }, silentLog);
  try {
    await eventually(async () => long === 2);
    await addTick();
    await eventually(async () => ticks > 0);
    await eventually(async () => (await waiting()) === 0);
    expect([ticks, most]).toEqual([1, 1]);
  } finally {
    release.resolve();
    await running.stop();
  }
});
