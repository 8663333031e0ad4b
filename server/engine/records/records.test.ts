import { beforeAll, describe, expect, it } from 'vitest';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { search } from '../search/search.ts';
import { listHistory } from '../history/list-history.ts';
import {
  aggregate,
  batch,
  createRecords,
  get,
  list,
  removeRecords,
  restoreRecords,
  updateRecords,
} from './index.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('records', () => {
  it('creates, reads, changes, trashes and restores a record with its history', async () => {
    const ctx = await w.system();
    const [made] = await createRecords(ctx, 'box', [
      {
        name: 'Hộp Đỗ Đức',
        price: { amount: '1250000', currency: 'VND' },
        colour: 'red',
        pieces: 3,
      },
    ]);
    expect(made).toMatchObject({ version: 1, code: 'BX-0001', name: 'Hộp Đỗ Đức', colour: 'red' });
    const id = String(made?.id);
    expect(await get(ctx, 'box', id)).toEqual(made);
    const [changed] = await updateRecords(ctx, 'box', [{ id, version: 1, values: { pieces: 4 } }]);
    expect(changed).toMatchObject({ version: 2, pieces: 4, name: 'Hộp Đỗ Đức' });
    await expect(
      updateRecords(ctx, 'box', [{ id, version: 1, values: { pieces: 5 } }]),
    ).rejects.toThrow(code('stale'));
    await removeRecords(ctx, 'box', [{ id }]);
    await expect(get(ctx, 'box', id)).rejects.toThrow(code('notFound'));
    const [back] = await restoreRecords(ctx, 'box', [id]);
    expect(back).toMatchObject({ id, version: 4, pieces: 4 });
    const { items } = await listHistory(ctx, 'box', id);
    expect(items.map(({ action }) => action)).toEqual(['restore', 'remove', 'update', 'create']);
    expect(items[2]?.changes).toEqual({ pieces: [3, 4] });
  });

  it('finds without accents, and by words in any order', async () => {
    const ctx = await w.system();
    await createRecords(ctx, 'box', [{ name: 'Nguyễn Văn Đức' }, { name: 'Nguyễn Văn Dức' }]);
    const { items } = await search(ctx, 'nguyen van duc');
    expect(items.map(({ title }) => String(title)).toSorted()).toEqual([
      'Nguyễn Văn Dức',
      'Nguyễn Văn Đức',
    ]);
    expect((await search(ctx, 'đức nguyễn')).items[0]?.title).toBe('Nguyễn Văn Đức');
    expect((await list(ctx, 'box', { q: 'DUC van' })).items).toHaveLength(2);
  });

  it('gives every error of a body at once', async () => {
    const ctx = await w.system();
    await expect(
      createRecords(ctx, 'box', [{ colour: 'pink', pieces: 1.5, isAdmin: true, parent: w.id }]),
    ).rejects.toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ path: 'name', code: 'required' }),
        expect.objectContaining({ path: 'colour', code: 'notAnOption' }),
        expect.objectContaining({ path: 'isAdmin', code: 'unknownField' }),
        expect.objectContaining({ path: 'parent', code: 'notFound' }),
      ]),
    });
  });

  it('pages through any order without losing or repeating a record', async () => {
    const own = await testWorkspace();
    const ctx = await own.system();
    await createRecords(
      ctx,
      'box',
      Array.from({ length: 25 }, (_, i) => ({
        name: `Box ${i % 7}`,
        pieces: i % 3 === 0 ? null : i % 5,
      })),
    );
    for (const sort of [
      '-createdAt',
      'pieces',
      '-pieces',
      'name',
      '-name,pieces',
      'pieces,-name',
    ]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(ctx, 'box', { sort, limit: 4, cursor });
        expect(page.total).toEqual({ value: 25, exact: true });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(25);
      expect(seen).toEqual(
        (await list(ctx, 'box', { sort, limit: 200 })).items.map(({ id }) => id),
      );
    }
  });

  it('shows each role exactly its rows', async () => {
    const own = await testWorkspace();
    const [north, south] = [await own.addTeam('North'), await own.addTeam('South')];
    const inner = await own.addTeam('Inner', north);
    const [roleOwn, roleTeam, roleBelow, roleAll] = await Promise.all(
      (['own', 'team', 'below', 'all'] as const).map((scope) =>
        own.addRole({ '*': rightsOf(scope) }),
      ),
    );
    const me = await own.addMember(String(roleOwn), [north]);
    const mate = await own.addMember(String(roleTeam), [north]);
    const boss = await own.addMember(String(roleBelow), [north]);
    const low = await own.addMember(String(roleOwn), [inner]);
    const far = await own.addMember(String(roleAll), [south]);
    for (const member of [me, mate, low, far]) {
      await createRecords(await own.as(member), 'box', [{ name: `of ${member}` }]);
    }
    const counts = await Promise.all(
      [me, mate, boss, far].map(async (member) => {
        const ctx = await own.as(member);
        const { items, total } = await list(ctx, 'box', {});
        const { groups } = await aggregate(ctx, 'box', { measures: [{ fn: 'count' }] });
        expect(total.value).toBe(items.length);
        expect(groups[0]?.values[0]).toBe(items.length);
        expect((await search(ctx, 'of')).items).toHaveLength(items.length);
        return items.length;
      }),
    );
    expect(counts).toEqual([1, 2, 3, 4]);
    const [foreign] = (
      await list(await own.as(far), 'box', { where: { field: 'owner', op: 'eq', value: far } })
    ).items;
    await expect(get(await own.as(me), 'box', String(foreign?.id))).rejects.toThrow(
      code('notFound'),
    );
  });

  it('groups and sums', async () => {
    const own = await testWorkspace();
    const ctx = await own.system();
    await createRecords(ctx, 'box', [
      { name: 'a', colour: 'red', price: { amount: '10', currency: 'VND' }, marks: ['x', 'y'] },
      { name: 'b', colour: 'red', price: { amount: '20', currency: 'VND' }, marks: ['x'] },
      { name: 'c', colour: 'blue' },
    ]);
    const { groups } = await aggregate(ctx, 'box', {
      groupBy: [{ field: 'colour' }],
      measures: [{ fn: 'count' }, { fn: 'sum', field: 'price' }],
    });
    expect(groups).toEqual([
      { keys: ['red'], values: [2, '30'] },
      { keys: ['blue'], values: [1, null] },
    ]);
    const byMonth = await aggregate(ctx, 'box', {
      groupBy: [{ field: 'createdAt', bucket: 'month' }],
      measures: [{ fn: 'count' }],
    });
    expect(byMonth.groups).toHaveLength(1);
    const byTag = await aggregate(ctx, 'box', {
      groupBy: [{ field: 'marks' }],
      measures: [{ fn: 'count' }],
    });
    expect(byTag.groups.slice(0, 2)).toEqual([
      { keys: ['x'], values: [2] },
      { keys: ['y'], values: [1] },
    ]);
  });

  it('writes all of a batch or none of it', async () => {
    const own = await testWorkspace();
    const ctx = await own.system();
    await expect(
      batch(ctx, 'box', { create: [{ name: 'ok' }, { name: '' }, { colour: 'pink' }] }),
    ).rejects.toMatchObject({
      errors: [
        { path: 'create.2.colour', code: 'notAnOption' },
        { path: 'create.1.name', code: 'required' },
        { path: 'create.2.name', code: 'required' },
      ],
    });
    expect((await list(ctx, 'box', {})).total.value).toBe(0);
    const { created } = await batch(ctx, 'box', { create: [{ name: 'one' }, { name: 'two' }] });
    expect(created.map(({ code: number }) => number)).toEqual(['BX-0001', 'BX-0002']);
  });
});

it('loses no change when many change one record at once', async () => {
  const ctx = await (await testWorkspace()).system();
  const [made] = await createRecords(ctx, 'box', [{ name: 'shared' }]);
  const id = String(made?.id);
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      updateRecords(ctx, 'box', [{ id, values: i % 2 === 0 ? { pieces: i } : { notes: `n${i}` } }]),
    ),
  );
  const { items } = await listHistory(ctx, 'box', id);
  expect((await get(ctx, 'box', id)).version).toBe(13);
  expect(items.map(({ version }) => version)).toEqual(Array.from({ length: 13 }, (_, i) => 13 - i));
});
