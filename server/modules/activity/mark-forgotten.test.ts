import { expect, it } from 'vitest';
import { createRecords, list } from '#engine/records/index.ts';
import { rightsOf, testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { markForgotten } from './mark-forgotten.ts';

it('marks what it can where some are refused by a rule, and comes to an end', async () => {
  const w = await testWorkspace(declarations);
  const now = new Date('2026-11-20T03:00:00Z');
  const member = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  const ctx = { ...(await w.as(member)), now: new Date('2026-11-18T03:00:00Z') };
  const calls = Array.from({ length: 210 }, (_, i) => ({
    kind: 'call',
    subject: `Gọi ${i}`,
    startsAt: '2026-11-19T02:00:00Z',
  }));
  await createRecords(ctx, 'activity', calls);
  // As a rule that came later would find what was there before it.
  await ctx.db.query(
    `update "${w.schema}".activity set ends_at = starts_at - interval '1 hour' where subject in ('Gọi 7', 'Gọi 8')`,
    [],
  );
  const system = { ...(await w.system()), now };
  expect(await markForgotten(system)).toBe(208);
  const { items } = await list(ctx, 'activity', {
    where: { field: 'status', op: 'eq', value: 'planned' },
    sort: 'subject',
  });
  expect(items.map(({ subject }) => subject)).toEqual(['Gọi 7', 'Gọi 8']);
  expect(await markForgotten(system)).toBe(0);
});
