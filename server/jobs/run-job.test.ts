import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { unavailable } from '#shared/errors.ts';
import { duplicateMerge } from '#engine/duplicates/jobs.ts';
import { getRun, startRun } from '#engine/duplicates/runs.ts';
import { listNotices } from '#engine/notices/list-notices.ts';
import { testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { getImport, importJob, startImport } from '#engine/transfer/import/index.ts';
import type { Job } from '#engine/jobs/job.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { runJob } from './run-jobs.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

async function member(): Promise<{ memberId: string; leave: () => Promise<void> }> {
  const memberId = await w.addMember(await w.addRole('administrator'));
  return {
    memberId,
    async leave() {
      const table = `"${w.schema}".member`;
      await w.database.app.query(`update ${table} set active = false where id = $1`, [memberId]);
      await w.database.app.query(
        'update core.workspace set model_version = model_version + 1 where id = $1',
        [w.id],
      );
      w.workspaces.forget(w.id);
    },
  };
}

const run = (job: Job, memberId: string, more: object = {}) =>
  runJob(w.workspaces, job, { workspaceId: w.id, memberId, ...more }, silentLog);

describe('a job of a member', () => {
  it('acts as they are at each chunk, and is over when they may not come in any more', async () => {
    const { memberId, leave } = await member();
    const actors: string[] = [];
    const job: Job = {
      name: 'count',
      async run(ctx, _payload, fresh) {
        actors.push(ctx.actor.kind === 'member' ? ctx.actor.id : 'system');
        await fresh();
        await leave();
        await fresh();
        actors.push('gone on');
      },
      refused: async ({ actor }) => void actors.push(actor.kind),
    };
    await run(job, memberId);
    expect(actors).toEqual([memberId, 'system']);
    await run(job, memberId);
    expect(actors).toEqual([memberId, 'system', 'system']);
  });

  it('is tried again when it failed for another reason', async () => {
    const { memberId } = await member();
    const job: Job = { name: 'fail', run: () => Promise.reject(unavailable()) };
    await expect(run(job, memberId)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('that imports is told as failed when they left before it ran', async () => {
    const { memberId, leave } = await member();
    const source = Readable.from([Buffer.from('name\nHộp\n')]);
    const { id } = await startImport(await w.as(memberId), { object: 'box', source });
    await leave();
    await run(importJob, memberId, { importId: id });
    expect(await getImport(await w.system(), id)).toMatchObject({
      state: 'failed',
      failure: { code: 'unauthenticated' },
    });
  });

  it('that imports tells whoever asked when it is done, once', async () => {
    const { memberId } = await member();
    const source = Readable.from([Buffer.from('name\nHộp\n')]);
    const asked = { object: 'box', source, options: { run: true, unchecked: true } };
    const { id } = await startImport(await w.as(memberId), asked);
    for (let time = 0; time < 2; time += 1) await run(importJob, memberId, { importId: id });
    const { items } = await listNotices(await w.as(memberId));
    expect(items).toMatchObject([
      { kind: 'jobDone', read: false, params: { job: 'import', state: 'done', id } },
    ]);
  });

  it('that merges duplicates is told as failed when they left before it ran', async () => {
    const { memberId, leave } = await member();
    const runId = await startRun(await w.as(memberId), { object: 'box', kind: 'merge' });
    await leave();
    await run(duplicateMerge, memberId, { object: 'box', runId, minScore: 100 });
    expect(await getRun(await w.system(), runId)).toMatchObject({ state: 'failed' });
  });
});
