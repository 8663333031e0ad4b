import { Logger, runOnce } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor } from '#engine/actor.ts';
import { createRecords, list } from '#engine/records/index.ts';
import { defineRules, type Rules } from '#engine/records/rules.ts';
import { box as boxObject } from '#engine/testing/toys.ts';
import { listHistory } from '#engine/history/list-history.ts';
import type { Ctx } from '#engine/context.ts';
import type { Database } from '#server/database/database.ts';
import { freshDatabase } from '#server/testing/database.ts';
import { addUser } from './command-line.ts';
import { takeOverRecords } from './take-over-records.ts';
import { admin, testCompany, testServer, type TestServer } from './testing/test-people.ts';

let database: Database;
let server: TestServer;
let company: { id: string; key: string; memberId: string };
let cookies: Record<string, string>;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase('takeover');
  server = await testServer(database);
});
afterAll(() => server.close());
beforeEach(async () => {
  count += 1;
  const who = { ...admin, email: `an${count}@x.test` };
  company = await testCompany(server, who);
  ({ cookies } = await server.signIn(who));
});

const system = () => server.workspaces.context(company.id, systemActor('test'));

async function colleague(name: string): Promise<string> {
  const { memberId } = await addUser(server.workspaces, await system(), {
    name,
    email: `${name}${count}@x.test`,
    password: 'Một cây làm chẳng nên non',
    role: 'employee',
  });
  return memberId;
}

const deactivate = async (memberId: string, takeOver: string) => {
  const path = `/api/v1/members/${memberId}/deactivate`;
  expect((await server.post(path, { takeOver }, { cookies })).status).toBe(200);
};

const runJob = async () =>
  runOnce({
    pgPool: database.app,
    schema: 'graphile_worker',
    taskList: {
      takeOverRecords: async (job) => takeOverRecords.run(await system(), Object(job), system),
    },
    logger: new Logger(() => () => {}),
  });

const box = (owner: string, index: number) => ({ name: `Hộp ${index}`, owner });
const boxes = (owner: string, many: number) =>
  Array.from({ length: many }, (_, index) => box(owner, index));

it('gives every record of a deactivated member to the one who takes over, however many', async () => {
  const memberId = await colleague('lan');
  const ctx = await system();
  const made = await createRecords(ctx, 'box', boxes(memberId, 450));
  await createRecords(ctx, 'box', [box(company.memberId, 1000)]);
  await deactivate(memberId, company.memberId);
  await runJob();
  expect(await owned(ctx, memberId)).toBe(0);
  expect(await owned(ctx, company.memberId)).toBe(451);
  const { items } = await listHistory(ctx, 'box', made[0]?.id ?? '', {});
  expect(JSON.stringify(items)).toContain(company.memberId);
});

it('gives them to whoever took over from an heir who left meanwhile', async () => {
  const [lan, mai, hoa] = [await colleague('lan'), await colleague('mai'), await colleague('hoa')];
  await createRecords(await system(), 'box', boxes(lan, 3));
  await deactivate(lan, mai);
  await deactivate(mai, hoa);
  await deactivate(hoa, company.memberId);
  await runJob();
  expect(await owned(await system(), lan)).toBe(0);
  expect(await owned(await system(), company.memberId)).toBe(3);
});

it('moves all others when the rules refuse one, and says which stayed', async () => {
  const lan = await colleague('lan');
  const rules: Rules = new Map([
    defineRules(boxObject, {
      beforeWrite: (_ctx, changes) =>
        changes.flatMap(({ after }, index) =>
          after.serial === 'stuck' ? [{ index, path: 'serial', code: 'notUnique' as const }] : [],
        ),
    }),
  ]);
  const strict = async () => ({ ...(await system()), rules });
  const made = await createRecords(
    await system(),
    'box',
    boxes(lan, 5).map((each, index) => (index === 2 ? { ...each, serial: 'stuck' } : each)),
  );
  const payload = { workspaceId: company.id, from: lan, to: company.memberId };
  const run = async () => takeOverRecords.run(await strict(), payload, strict);
  await expect(run()).rejects.toThrow(`1 records kept their owner: box/${made[2]?.id}`);
  expect(await owned(await system(), lan)).toBe(1);
  expect(await owned(await system(), company.memberId)).toBe(4);
});

async function owned(ctx: Ctx, memberId: string): Promise<number> {
  const where = { field: 'owner', op: 'eq', value: memberId };
  return (await list(ctx, 'box', { where, limit: 1 })).total.value;
}
