import { beforeEach, describe, expect, it } from 'vitest';
import { createRecords } from '../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { duplicateMerge, duplicateScan, queueMergeGroups, queueScan } from './jobs.ts';
import { forgetOldRuns, getRun, lastScan, startRun, updateRun } from './runs.ts';

let w: TestWorkspace;
beforeEach(async () => {
  w = await testWorkspace();
});

async function queued(): Promise<{ name: string; runId: unknown; minScore: unknown }[]> {
  const { rows } = await w.database.app.query<{ name: string; runId: unknown; minScore: unknown }>(
    `select t.identifier as name, j.payload ->> 'runId' as "runId", j.payload -> 'minScore' as "minScore"
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'workspaceId' = $1 order by j.id`,
    [w.id],
  );
  return rows;
}

describe('the queue', () => {
  it('holds one scan and one merge at most for each who asks, however often they do', async () => {
    const role = await w.addRole({ '*': rightsOf('all') });
    const [me, other] = [await w.as(await w.addMember(role)), await w.as(await w.addMember(role))];
    const scans = await Promise.all([1, 2, 3].map(() => queueScan(me, 'box')));
    expect(new Set(scans.map(({ runId }) => runId)).size).toBe(1);
    const foreign = await queueScan(other, 'box');
    const merge = await queueMergeGroups(me, { object: 'box', minScore: 90 });
    expect(await queueMergeGroups(me, { object: 'box', minScore: 95 })).toEqual(merge);
    const jobs = await queued();
    expect(jobs).toHaveLength(3);
    expect(jobs).toEqual(
      expect.arrayContaining([
        { name: 'duplicateScan', runId: scans[0]?.runId, minScore: null },
        { name: 'duplicateScan', runId: foreign.runId, minScore: null },
        { name: 'duplicateMerge', runId: merge.runId, minScore: 95 },
      ]),
    );
    const rows = await me.tables.selectFrom('duplicate_run').selectAll().execute();
    expect(rows).toHaveLength(3);
    expect(await getRun(me, merge.runId)).toMatchObject({ outcome: { minScore: 95 } });
    // One that has begun is no longer waiting: another may be asked for.
    await updateRun(me, scans[0]?.runId ?? '', { state: 'running' });
    expect((await queueScan(me, 'box')).runId).not.toBe(scans[0]?.runId);
  });

  it('says that a run failed when whoever asked for it is gone', async () => {
    const ctx = await w.system();
    for (const job of [duplicateScan, duplicateMerge]) {
      const runId = await startRun(ctx, { object: 'box', kind: 'scan' });
      await job.refused?.(ctx, { workspaceId: w.id, object: 'box', runId });
      expect(await getRun(ctx, runId)).toMatchObject({ state: 'failed' });
    }
  });

  it('merges each page with the rights of then', async () => {
    const boss = await w.addMember(await w.addRole({ '*': rightsOf('all') }));
    const clerk = await w.addMember(await w.addRole({ '*': rightsOf('all', { delete: 'none' }) }));
    const ctx = await w.as(boss);
    await createRecords(ctx, 'box', [{ name: 'Đôi' }, { name: 'Đôi' }]);
    const scan = await startRun(ctx, { object: 'box', kind: 'scan' });
    const run = { workspaceId: w.id, object: 'box', runId: scan };
    await duplicateScan.run(ctx, run, () => w.as(boss));
    const runId = await startRun(ctx, { object: 'box', kind: 'merge' });
    await duplicateMerge.run(ctx, { ...run, runId, minScore: 60 }, () => w.as(clerk));
    expect(await getRun(ctx, runId)).toMatchObject({ outcome: { merged: 0, refused: 1 } });
  });
});

it('forgets runs after thirty days, but not the last scan of an object', async () => {
  const ctx = await w.system();
  const done: string[] = [];
  for (const kind of ['scan', 'scan', 'merge'] as const) {
    const id = await startRun(ctx, { object: 'box', kind });
    await updateRun(ctx, id, { state: 'done' });
    done.push(id);
  }
  const ids = async () =>
    (await ctx.tables.selectFrom('duplicate_run').select('id').execute()).map(({ id }) => id);
  await forgetOldRuns(ctx);
  expect(await ids()).toHaveLength(3);
  await forgetOldRuns({ ...ctx, now: new Date(ctx.now.getTime() + 31 * 86_400_000) });
  expect(await ids()).toEqual([done[1]]);
  expect(await lastScan(ctx, 'box')).toBeDefined();
});
