import { beforeAll, describe, expect, it } from 'vitest';
import { withTransaction } from '#engine/transaction.ts';
import { createRecords, list } from '#engine/records/index.ts';
import { testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { eventually } from '#server/testing/eventually.ts';
import { ctxOf } from './identity.ts';
import { perform } from './perform.ts';
import { serve } from './testing/serve.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

/** A route that creates a card and then fails in the database for the first `times` tries. */
async function failing(sqlState: string, times: number) {
  let tries = 0;
  const server = await serve(w, {
    routes: [
      (app) => {
        app.post('/api/v1/try', (request, reply) =>
          perform(request, reply, ctxOf(request), (ctx) =>
            withTransaction(ctx, async (inside) => {
              tries += 1;
              await createRecords(inside, 'colourCard', [{ name: sqlState }]);
              if (tries <= times)
                await inside.db.query(
                  `do $$ begin raise exception 'in the way' using errcode = '${sqlState}'; end $$`,
                  [],
                );
              return { status: 201, body: { tries } };
            }),
          ),
        );
      },
    ],
  });
  const boss = server.as(await w.addMember(await w.addRole('administrator')));
  const ctx = await w.system();
  const count = async () =>
    (await list(ctx, 'colourCard', { where: { field: 'name', op: 'eq', value: sqlState } })).total
      .value;
  return { boss, count, tries: () => tries };
}

describe('work that stood in the way of other work', () => {
  it.each(['40001', '40P01'])('is done again, and once, after %s', async (sqlState) => {
    const { boss, count } = await failing(sqlState, 2);
    const answer = await boss('POST', '/api/v1/try', {}, { 'idempotency-key': sqlState });
    expect(answer).toMatchObject({ status: 201, json: { tries: 3 } });
    expect(await count()).toBe(1);
  });

  it('is given up after three tries, and leaves nothing', async () => {
    const { boss, count, tries } = await failing('40001', 9);
    const before = await count();
    const answer = await boss('POST', '/api/v1/try', {});
    expect(answer).toMatchObject({ status: 409, json: { code: 'conflict' } });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(tries()).toBe(3);
    expect(await count()).toBe(before);
  });

  it('answers at once whoever repeats what still runs, and holds no connection', async () => {
    const gate = Promise.withResolvers<void>();
    let runs = 0;
    const server = await serve(w, {
      routes: [
        (app) => {
          app.post('/api/v1/slow', (request, reply) =>
            perform(request, reply, ctxOf(request), async () => {
              runs += 1;
              await gate.promise;
              return { status: 201, body: { runs } };
            }),
          );
        },
      ],
    });
    const boss = server.as(await w.addMember(await w.addRole('administrator')));
    const send = () => boss('POST', '/api/v1/slow', {}, { 'idempotency-key': 'slow' });
    const first = send();
    await eventually(async () => runs === 1);
    const { options } = w.database.app;
    const others = await Promise.all(Array.from({ length: (options.max ?? 10) * 2 }, send));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([409]));
    expect(others[0]?.headers.get('retry-after')).toBe('1');
    gate.resolve();
    expect(await first).toMatchObject({ status: 201, json: { runs: 1 } });
    expect(await send()).toMatchObject({ status: 201, json: { runs: 1 } });
  });

  it('is not tried again when it failed for another reason', async () => {
    const { boss, count, tries } = await failing('53100', 9);
    expect((await boss('POST', '/api/v1/try', {})).status).toBe(507);
    expect(tries()).toBe(1);
    expect(await count()).toBe(0);
  });
});
