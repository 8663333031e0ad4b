import { beforeAll, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { aggregate, createRecords } from './index.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

const count = [{ fn: 'count' }] as const;
const vnd = (amount: string) => ({ amount, currency: 'VND' });

it('groups by a list of records with the titles of those in reach, and by nothing of the others', async () => {
  const team = await w.addTeam('North');
  const member = await w.addMember(await w.addRole({ '*': rightsOf('own') }), [team]);
  const ctx = await w.as(member);
  const [seen, far] = await createRecords(await w.system(), 'box', [
    { name: 'Seen', owner: member },
    { name: 'Far' },
  ]);
  const neighbours = [seen?.id, far?.id];
  await createRecords(await w.system(), 'box', [
    { name: 'Both', owner: member, neighbours },
    { name: 'One', owner: member, neighbours: [far?.id] },
  ]);
  const where = { field: 'neighbours', op: 'isNotEmpty' };
  const { groups } = await aggregate(ctx, 'box', {
    where,
    groupBy: [{ field: 'neighbours' }],
    measures: count,
  });
  expect(groups).toHaveLength(2);
  expect(groups).toContainEqual({ keys: [{ id: seen?.id, title: 'Seen' }], values: [1] });
  expect(groups).toContainEqual({ keys: [null], values: [1] });
  await expect(
    aggregate(ctx, 'box', { groupBy: [{ field: 'neighbours.colour' }], measures: count }),
  ).rejects.toMatchObject({ errors: [{ path: 'groupBy.0.field', code: 'badOperator' }] });
});

it('gives groups no title that is hidden from the actor', async () => {
  const role = await w.addRole({
    '*': rightsOf('all'),
    box: rightsOf('all', { fields: { name: 'hidden' } }),
  });
  const all = await w.system();
  const [outer] = await createRecords(all, 'box', [{ name: 'Secret' }]);
  await createRecords(all, 'box', [{ name: 'Inner', parent: outer?.id, neighbours: [outer?.id] }]);
  await createRecords(all, 'toy', [{ name: 'Ball', box: outer?.id }]);
  const ctx = await w.as(await w.addMember(role));
  for (const [object, field] of [
    ['box', 'parent'],
    ['box', 'neighbours'],
    ['toy', 'box'],
  ] as const) {
    const where = { field: object === 'toy' ? 'box' : 'parent', op: 'eq', value: outer?.id };
    const { groups } = await aggregate(ctx, object, {
      where,
      groupBy: [{ field }],
      measures: count,
    });
    expect(groups, field).toEqual([{ keys: [{ id: outer?.id, title: null }], values: [1] }]);
  }
});

it('measures the part that is named, and refuses what has no such measure', async () => {
  const own = await testWorkspace();
  const ctx = await own.system();
  await createRecords(ctx, 'box', [
    { name: 'a', price: vnd('10'), fragile: true, madeOn: '2026-01-02' },
    { name: 'b', price: vnd('20'), fragile: false, madeOn: '2026-03-04' },
  ]);
  const { groups } = await aggregate(ctx, 'box', {
    measures: [
      { fn: 'countDistinct', field: 'price.currency' },
      { fn: 'countDistinct', field: 'price.amount' },
      { fn: 'max', field: 'price.amount' },
      { fn: 'min', field: 'madeOn' },
    ],
  });
  expect(groups).toEqual([{ keys: [], values: [1, 2, '20', '2026-01-02'] }]);
  for (const [fn, field] of [
    ['max', 'price.currency'],
    ['sum', 'price.currency'],
    ['min', 'fragile'],
    ['max', 'fragile'],
    ['sum', 'madeOn'],
    ['min', 'name'],
    ['max', 'extra'],
  ] as const) {
    await expect(aggregate(ctx, 'box', { measures: [{ fn, field }] }), field).rejects.toMatchObject(
      { code: 'invalid', errors: [{ path: 'measures.0.fn', code: 'badOperator' }] },
    );
  }
});

it('measures some of a group beside all of it', async () => {
  const ctx = await w.system();
  const [outer] = await createRecords(ctx, 'box', [{ name: 'Outer' }]);
  const parent = outer?.id;
  await createRecords(ctx, 'box', [
    { name: 'a', parent },
    { name: 'b', parent },
    { name: 'b', parent },
  ]);
  const where = { field: 'parent', op: 'eq', value: parent };
  const named = { field: 'name', op: 'eq', value: 'b' } as const;
  const { groups } = await aggregate(ctx, 'box', {
    where,
    measures: [...count, { fn: 'count', where: named }],
  });
  expect(groups).toEqual([{ keys: [], values: [3, 2] }]);
  const unknown = { ...named, field: 'nothing' };
  await expect(
    aggregate(ctx, 'box', { measures: [{ fn: 'count', where: unknown }] }),
  ).rejects.toMatchObject({ code: 'invalid' });
});
