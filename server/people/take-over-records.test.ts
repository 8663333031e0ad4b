import { Logger, runOnce } from 'graphile-worker';
import { expect, it } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import { createRecords, list } from '#engine/records/index.ts';
import { listHistory } from '#engine/history/list-history.ts';
import type { Ctx } from '#engine/context.ts';
import { freshDatabase } from '#server/testing/database.ts';
import { addUser } from './command-line.ts';
import { takeOverRecords } from './take-over-records.ts';
import { admin, testCompany, testServer } from './testing/test-people.ts';

it('gives every record of a deactivated member to the one who takes over, however many', async () => {
  const database = await freshDatabase('takeover');
  const server = await testServer(database);
  const company = await testCompany(server);
  const system = () => server.workspaces.context(company.id, systemActor('test'));
  const { memberId } = await addUser(server.workspaces, await system(), {
    name: 'Lan',
    email: 'lan@x.test',
    password: 'Một cây làm chẳng nên non',
    role: 'employee',
  });
  const ctx = await system();
  const box = (owner: string, index: number) => ({ name: `Hộp ${index}`, owner });
  const made = await createRecords(
    ctx,
    'box',
    Array.from({ length: 450 }, (_, index) => box(memberId, index)),
  );
  await createRecords(ctx, 'box', [box(company.memberId, 1000)]);

  const { cookies } = await server.signIn(admin);
  const answer = await server.post(
    `/api/v1/members/${memberId}/deactivate`,
    { takeOver: company.memberId },
    { cookies },
  );
  expect(answer.status).toBe(200);
  const run = async () =>
    runOnce({
      pgPool: database.app,
      schema: 'graphile_worker',
      taskList: {
        takeOverRecords: async (job) => takeOverRecords.run(await system(), payloadOf(job)),
      },
      logger: new Logger(() => () => {}),
    });
  await run();
  expect(await owned(ctx, memberId)).toBe(0);
  expect(await owned(ctx, company.memberId)).toBe(451);
  const { items } = await listHistory(ctx, 'box', made[0]?.id ?? '', {});
  expect(JSON.stringify(items)).toContain(company.memberId);
  await server.close();
});

const payloadOf = (job: unknown) => Object(job);

async function owned(ctx: Ctx, memberId: string): Promise<number> {
  const where = { field: 'owner', op: 'eq', value: memberId };
  return (await list(ctx, 'box', { where, limit: 1 })).total.value;
}
