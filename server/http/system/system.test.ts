import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { errorWords } from '#shared/messages/errors.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import type { Job } from '#engine/jobs/job.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import type { Manifest } from '#server/backup/manifest.ts';
import { recordBackup, recordVerified } from '#server/backup/record-backup.ts';
import { runJobs } from '#server/jobs/run-jobs.ts';
import { tellError } from '#server/system/tell-error.ts';
import { eventually } from '#server/testing/eventually.ts';
import { silentLog } from '#server/testing/silent-log.ts';
import { serve, type TestClient } from '../testing/serve.ts';

let w: TestWorkspace;
let boss: TestClient;
let bossId: string;

beforeAll(async () => {
  w = await testWorkspace();
  const server = await serve(w);
  bossId = await w.addMember(await w.addRole('administrator'));
  boss = server.as(bossId);
});

describe('the state of the system', () => {
  it('names the versions, the sizes and the last backups', async () => {
    const { status, json } = await boss('GET', '/api/v1/system');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      node: process.versions.node,
      mail: { sends: false },
      database: { version: expect.stringMatching(/^1[5-8]\.\d+$/), embedded: true },
    });
    expect(Number(json.modelVersion)).toBeGreaterThan(0);
    expect(Date.parse(json.startedAt)).toBeLessThan(Date.now());
    expect(json.database.bytes).toBeGreaterThan(json.database.workspaceBytes);
    expect(json.database.workspaceBytes).toBeGreaterThan(100_000);
    const createdAt = new Date(Date.now() + 86_400_000).toISOString();
    const manifest: Manifest = {
      format: 1,
      program: '0',
      createdAt,
      postgres: 0,
      migrations: { core: 0, workspace: 0 },
      keyFingerprint: '',
      schemas: [],
      tables: [],
      sequences: [],
      files: [],
      parts: {},
    };
    await recordBackup(w.database, { file: '/x/of-tomorrow', size: 1, manifest });
    const { backup } = (await boss('GET', '/api/v1/system')).json;
    expect(Date.parse(backup.made)).toBe(Date.parse(createdAt));
    expect(backup.verified).not.toBe(backup.made);
    await recordVerified(w.database, '/x/of-tomorrow', manifest);
    expect((await boss('GET', '/api/v1/system')).json.backup.verified).toBe(backup.made);
    await w.database.app.query('delete from core.backup where created_at = $1', [createdAt]);
  });

  it('shows the work of this company only, why it failed, and begins it again', async () => {
    const other = await testWorkspace();
    await addJob(await other.system(), 'systemTest', { fails: 'full' }, { maxAttempts: 1 });
    const mine = await w.as(bossId);
    await addJob(mine, 'import', {}, { runAt: new Date(Date.now() + 86_400_000) });
    await addJob(mine, 'systemTest', { fails: 'full' }, { maxAttempts: 1 });
    await addJob(await w.system(), 'systemTest', { fails: 'lost' }, { maxAttempts: 1 });
    const errors: Record<string, Error> = {
      full: new AppError('storageFull'),
      lost: new Error('cannot reach postgres://duyen:hunter2@10.0.0.7:5432/x for "Nguyễn An"\n at'),
    };
    let broken = true;
    const job: Job = {
      name: 'systemTest',
      run: async (_ctx, { fails }) => {
        const error = errors[String(fails)];
        if (broken && error) throw error;
      },
    };
    const shown = async () => (await boss('GET', '/api/v1/system')).json.jobs;
    const jobs = await runJobs(w.workspaces, { jobs: [job], timed: [] }, silentLog);
    try {
      const { items, ...counts } = await eventually(async () => {
        const now = await shown();
        return now.failed === 2 && now;
      });
      expect(counts).toMatchObject({ failed: 2, running: 0, waiting: 1 });
      expect(counts.workers).toBeGreaterThan(0);
      const title = mine.actor.kind === 'member' ? mine.actor.name : '';
      expect(items).toMatchObject([
        {
          name: 'systemTest',
          state: 'failed',
          attempts: 1,
          maxAttempts: 1,
          member: { id: bossId, title },
          error: errorWords.vi.storageFull.detail,
        },
        { state: 'failed', member: null, error: 'cannot reach … for …' },
        { name: 'import', title: 'Nhập dữ liệu', state: 'waiting', error: null },
      ]);
      const [theirs] = await w.database.app
        .query(
          `select id from graphile_worker._private_jobs where payload ->> 'workspaceId' = $1`,
          [other.id],
        )
        .then(({ rows }) => rows);
      const retry = (id: string) => boss('POST', `/api/v1/system/jobs/${id}/retry`);
      // Somebody else's, one that only waits, and none at all.
      for (const id of [theirs.id, items[2].id, '999999999', 'x'])
        expect((await retry(id)).status).toBe(404);
      broken = false;
      const again = await retry(items[0].id);
      expect(again).toMatchObject({ status: 200, json: { id: items[0].id, attempts: 0 } });
      await eventually(async () => (await shown()).failed === 1);
      expect((await retry(items[0].id)).status).toBe(404);
    } finally {
      await jobs.stop();
      await w.database.app.query(
        `select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs
         where payload ->> 'workspaceId' = any($1)`,
        [[w.id, other.id]],
      );
    }
  });

  it('is for administrators', async () => {
    const server = await serve(w);
    const clerk = server.as(await w.addMember(await w.addRole({ '*': rightsOf('all') })));
    expect((await clerk('GET', '/api/v1/system')).status).toBe(403);
    expect((await clerk('POST', '/api/v1/system/jobs/1/retry')).status).toBe(403);
  });
});

it.each([
  ['notFound', errorWords.vi.notFound.detail],
  ['connect ECONNREFUSED 10.0.0.1:5432', 'connect ECONNREFUSED …'],
  ["ENOENT: no such file, open '/srv/duyen/files/ab/x'", 'ENOENT: no such file, open …'],
  ['cannot read /srv/duyen/files/ab/x or C:\\Duyen\\data now', 'cannot read … or … now'],
  ['Key (email)=(an@x.test) already exists.', 'Key … already exists.'],
  ['535 an@x.test refused', '535 … refused'],
  ['bad token sk_live_0123456789abcdefghijkl here', 'bad token … here'],
  ['first line\n    at secret (/x/y.ts:1)', 'first line'],
])('tells %j as %j', (message, told) => {
  expect(tellError(message, 'vi')).toBe(told);
});
