import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import type { ValueError } from '#shared/errors.ts';
import { f } from '#shared/fields/index.ts';
import { accept, refuse } from '#shared/fields/kind.ts';
import type { Ctx } from '../context.ts';
import { testWorkspace } from '../testing/workspace.ts';
import { withTransaction } from '../transaction.ts';
import { createRecords, removeRecords, restoreRecords, updateRecords } from './index.ts';
import { defineRules } from './rules.ts';

/** A shelf stands on another; no two shelves of one row have the same number. */
const shelf = defineObject({
  key: 'shelf',
  path: 'shelves',
  label: { vi: 'Kệ', en: 'Shelf' },
  pluralLabel: { vi: 'Kệ', en: 'Shelves' },
  title: 'row',
  reach: 'shared',
  unique: [['row', 'place']],
  fields: {
    row: f.text({ vi: 'Dãy', en: 'Row' }, { required: true }),
    place: f.number({ vi: 'Số', en: 'Place' }),
    below: f.relation({ vi: 'Kệ dưới', en: 'Below' }, { to: 'shelf', tree: true }),
    standsAt: f.address({ vi: 'Nơi đặt', en: 'Stands at' }),
  },
});

const rules = new Map([
  defineRules(shelf, {
    beforeWrite: (_ctx, changes) =>
      changes.flatMap(({ after }, index) =>
        after.row === 'odd'
          ? [{ index, path: 'row', code: 'badFormat' as const, doubtful: true as const }]
          : [],
      ),
  }),
]);

/** A world of one ward. */
const places = {
  complete: (address: { countryCode: string; wardCode?: string; provinceCode?: string }) =>
    address.wardCode === '00001'
      ? accept({ ...address, provinceCode: '01' })
      : refuse('notFound', undefined, 'wardCode'),
};

let ctx: Ctx;
beforeAll(async () => {
  ctx = await (await testWorkspace({ objects: [shelf], rules, places })).system();
});

const make = async (values: object[]) =>
  (await createRecords(ctx, 'shelf', values)).map(({ id }) => id);
const putOn = (id: string, below: string | null | undefined) =>
  updateRecords(ctx, 'shelf', [{ id, values: { below } }]);
const cycle = (path = 'below') => ({ code: 'invalid', errors: [{ path, code: 'cycle' }] });

describe('a relation that makes a tree', () => {
  it('refuses to put a record above itself, directly and through many', async () => {
    const ids = await make(Array.from({ length: 12 }, () => ({ row: 'deep' })));
    for (const [i, id] of ids.entries()) if (i > 0) await putOn(id, ids[i - 1]);
    const [first = '', second] = ids;
    await expect(putOn(first, first)).rejects.toMatchObject(cycle());
    await expect(putOn(first, second)).rejects.toMatchObject(cycle());
    await expect(putOn(first, ids.at(-1))).rejects.toMatchObject(cycle());
    await putOn(ids.at(-1) ?? '', first);
  });

  it('sees a ring that changes of one call make together, and one that they undo', async () => {
    const [a = '', b = ''] = await make([{ row: 'pair' }, { row: 'pair' }]);
    const ring = [
      { id: a, values: { below: b } },
      { id: b, values: { below: a } },
    ];
    await expect(
      updateRecords(ctx, 'shelf', ring, { prefix: (i) => `update.${i}.` }),
    ).rejects.toMatchObject({
      errors: [
        { path: 'update.0.below', code: 'cycle' },
        { path: 'update.1.below', code: 'cycle' },
      ],
    });
    await putOn(a, b);
    const turned = [
      { id: a, values: { below: null } },
      { id: b, values: { below: a } },
    ];
    expect(await updateRecords(ctx, 'shelf', turned)).toHaveLength(2);
  });

  it('lets no ring through when two transactions close it at once', async () => {
    const [a = '', b = ''] = await make([{ row: 'race' }, { row: 'race' }]);
    const results = await Promise.allSettled([putOn(a, b), putOn(b, a)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((each) => each.status === 'rejected')?.reason).toMatchObject(cycle());
  });

  it('counts what is in the trash, so that nothing can be restored into a ring', async () => {
    const [a = '', b = '', c = ''] = await make([{ row: 't' }, { row: 't' }, { row: 't' }]);
    await putOn(b, a);
    await putOn(c, b);
    await removeRecords(ctx, 'shelf', [{ id: b }]);
    await expect(putOn(a, c)).rejects.toMatchObject(cycle());
  });
});

describe('a combination that is unique', () => {
  const twice = { code: 'conflict', errors: [{ path: 'place', code: 'notUnique' }] };

  it('is refused the second time, also when both come at once', async () => {
    await make([
      { row: 'u', place: 1 },
      { row: 'u', place: 2 },
      { row: 'v', place: 1 },
    ]);
    await expect(make([{ row: 'u', place: 1 }])).rejects.toMatchObject(twice);
    const results = await Promise.allSettled([
      make([{ row: 'u', place: 3 }]),
      make([{ row: 'u', place: 3 }]),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not count the trash, until something is restored from it', async () => {
    const [id = ''] = await make([{ row: 'w', place: 1 }]);
    await removeRecords(ctx, 'shelf', [{ id }]);
    await make([{ row: 'w', place: 1 }]);
    await expect(restoreRecords(ctx, 'shelf', [id])).rejects.toMatchObject(twice);
  });

  it('is none while a part is empty', async () => {
    expect(await make([{ row: 'x' }, { row: 'x' }])).toHaveLength(2);
  });
});

describe('a value that only looks wrong', () => {
  const odd = { row: 'odd' };

  it('is refused when typed', async () => {
    await expect(make([odd])).rejects.toMatchObject({
      errors: [{ path: 'row', code: 'badFormat' }],
    });
  });

  it('is let through from an import, which hears of it', async () => {
    const heard: ValueError[] = [];
    const warn = (error: ValueError) => heard.push(error);
    const prefix = (i: number) => `rows.${i}.`;
    await createRecords(ctx, 'shelf', [{ row: 'even' }, odd], { trusted: true, warn, prefix });
    expect(heard).toEqual([{ path: 'rows.1.row', code: 'badFormat' }]);
  });
});

describe('an address', () => {
  it('gets what its codes imply', async () => {
    const [made] = await createRecords(ctx, 'shelf', [
      { row: 'here', standsAt: { wardCode: '00001' } },
    ]);
    expect(made?.['standsAt']).toMatchObject({ wardCode: '00001', provinceCode: '01' });
  });

  it('is refused at the part that does not exist', async () => {
    await expect(make([{ row: 'no', standsAt: { wardCode: '99999' } }])).rejects.toMatchObject({
      errors: [{ path: 'standsAt.wardCode', code: 'notFound' }],
    });
  });

  it('keeps codes that were good when it was written', async () => {
    const [id = ''] = await make([{ row: 'old' }]);
    await withTransaction({ ...ctx, places: undefined }, (inside) =>
      updateRecords(inside, 'shelf', [{ id, values: { standsAt: { wardCode: '00077' } } }]),
    );
    const same = { row: 'older', standsAt: { wardCode: '00077' } };
    const [kept] = await updateRecords(ctx, 'shelf', [{ id, values: same }]);
    expect(kept).toMatchObject({ row: 'older', standsAt: { wardCode: '00077' } });
  });
});
