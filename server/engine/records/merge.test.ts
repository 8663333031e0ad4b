import { beforeEach, describe, expect, it } from 'vitest';
import { f } from '#shared/fields/index.ts';
import { listGroups } from '../duplicates/list-groups.ts';
import { startRun } from '../duplicates/runs.ts';
import { scanDuplicates } from '../duplicates/scan.ts';
import { listHistory } from '../history/list-history.ts';
import { findMatches } from '../duplicates/find-matches.ts';
import { systemTables } from '../schema/system-tables.ts';
import { search } from '../search/search.ts';
import { countLinks, snapshot } from '../testing/snapshot.ts';
import { box, colourCard, toy } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { createRecords, get, list, removeRecords, restoreRecords, updateRecords } from './index.ts';
import { followingTables } from './merge/attached-rows.ts';
import { forgetOldMerges } from './merge/forget-old-merges.ts';
import { listMerges } from './merge/list-merges.ts';
import { undoMerge } from './merge/undo-merge.ts';
import { mergeRecords } from './merge.ts';

let w: TestWorkspace;
beforeEach(async () => {
  w = await testWorkspace();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function make(object: string, inputs: object[], memberId?: string): Promise<string[]> {
  const ctx = memberId === undefined ? await w.system() : await w.as(memberId);
  return (await createRecords(ctx, object, inputs)).map(({ id }) => id);
}

const link = (id: string) => ({ object: 'box', id });

/** Two boxes that are one, with everything that can hang on a box. */
async function furnished() {
  const role = await w.addRole('administrator');
  const member = await w.addMember(role);
  const ctx = await w.system();
  const [outer = '', far = ''] = await make('box', [{ name: 'Outer' }, { name: 'Far' }]);
  const [a = '', b = '', c = ''] = await make('box', [
    { name: 'Hộp Một', phones: ['0901000001'], marks: ['x'], colour: 'red' },
    {
      name: 'Hop Mot JSC',
      phones: ['0901000001', '0901000002'],
      marks: ['X', 'y'],
      colour: 'blue',
      pieces: 7,
      notes: 'second',
      parent: outer,
      price: { amount: '5', currency: 'VND' },
    },
    { name: 'Hộp 1', notes: 'third', madeOn: '2026-01-02' },
  ]);
  await updateRecords(ctx, 'box', [
    { id: c, values: { parent: b, neighbours: [a, b, far], about: [link(b), link(far)] } },
    {
      id: far,
      values: { parent: b, neighbours: [b, outer, c], about: [link(outer), link(c), link(a)] },
    },
    { id: outer, values: { neighbours: [a, c] } },
  ]);
  const toys = await make('toy', [
    { name: 'T1', box: b },
    { name: 'T2', box: c },
    { name: 'T3', box: a },
    { name: 'T4', box: b },
  ]);
  await removeRecords(ctx, 'toy', [{ id: String(toys[3]) }]);
  const pair = { object: 'box', created_at: '2026-01-01T00:00:00.123456Z' };
  await ctx.tables
    .insertInto('share')
    .values([
      { ...pair, record_id: a, grantee_id: member, grantee: 'member', level: 'read' },
      { ...pair, record_id: b, grantee_id: member, grantee: 'member', level: 'update' },
      { ...pair, record_id: b, grantee_id: role, grantee: 'team', level: 'read' },
      { ...pair, record_id: c, grantee_id: role, grantee: 'team', level: 'update' },
    ])
    .execute();
  await ctx.tables
    .insertInto('follower')
    .values({ ...pair, record_id: b, member_id: member })
    .execute();
  await ctx.tables
    .insertInto('reaction')
    .values([
      { ...pair, record_id: a, member_id: member, kind: 'like' },
      { ...pair, record_id: b, member_id: member, kind: 'like' },
      { ...pair, record_id: b, member_id: member, kind: 'love' },
    ])
    .execute();
  await ctx.tables
    .insertInto('file')
    .values({
      id: far,
      name: 'f.pdf',
      size: 3,
      type: 'application/pdf',
      sha256: '',
      object: 'box',
      record_id: b,
      field: null,
    })
    .execute();
  return { a, b, c, far, outer, toys, member };
}

describe('mergeRecords', () => {
  it('fills, unites, moves every link and trashes the rest; undoing gives the identical rows', async () => {
    const { a, b, c, far, outer, toys, member } = await furnished();
    const ctx = await w.system();
    const before = await snapshot(w);
    const linked = await countLinks(w, ctx.model, 'box', [a, b, c]);
    expect(linked).toBeGreaterThan(6);

    const { record, mergeId, moved } = await mergeRecords(ctx, 'box', a, {
      ids: [b, c],
      values: { colour: 'blue' },
    });
    expect(record).toMatchObject({
      id: a,
      version: 2,
      name: 'Hộp Một',
      colour: 'blue',
      pieces: 7,
      notes: 'second',
      madeOn: '2026-01-02',
      marks: ['x', 'y'],
      phones: ['+84901000001', '+84901000002'],
      parent: { id: outer },
      neighbours: [{ id: far }],
    });
    expect(moved).toEqual({
      'box.parent': 1,
      'box.neighbours': 2,
      'box.about': 1,
      'toy.box': 3,
      share: 3,
      follower: 1,
      reaction: 2,
      file: 1,
    });
    expect(await countLinks(w, ctx.model, 'box', [b, c])).toBe(0);
    expect(await countLinks(w, ctx.model, 'box', [a])).toBe(linked);
    expect(await get(ctx, 'box', far)).toMatchObject({
      parent: { id: a },
      neighbours: [{ id: a }, { id: outer }],
      about: [{ id: outer }, { id: a }],
    });
    expect(record['about']).toMatchObject([link(far)]);
    for (const id of [b, c]) await expect(get(ctx, 'box', id)).rejects.toThrow(code('notFound'));
    expect((await search(ctx, 'hop mot')).items.map(({ id }) => id)).toEqual([a]);
    expect(await findMatches(ctx, 'box', { phones: ['0901000002'] })).toMatchObject([{ id: a }]);
    const history = await listHistory(ctx, 'toy', String(toys[0]));
    expect(history.items[0]).toMatchObject({
      action: 'update',
      actor: null,
      reason: `merge:${mergeId}`,
      changes: { box: [{ id: b }, { id: a }] },
    });
    const [entry] = (await listHistory(ctx, 'box', a)).items;
    expect(entry).toMatchObject({
      action: 'merge',
      reason: `merge:${mergeId}`,
      changes: { colour: ['red', 'blue'], pieces: [null, 7] },
      merge: {
        id: mergeId,
        merged: [
          { id: b, title: 'Hop Mot JSC' },
          { id: c, title: 'Hộp 1' },
        ],
        sources: expect.objectContaining({ colour: b, pieces: b, madeOn: c }),
      },
    });
    // The past of what was merged stays with its own id.
    const past = await listHistory(ctx, 'box', b);
    expect(past.items.map(({ action }) => action)).toEqual(['remove', 'create']);

    await undoMerge(await w.as(member), mergeId);
    expect(await snapshot(w)).toEqual(before);
    await expect(undoMerge(ctx, mergeId)).rejects.toThrow(code('conflict'));
  });

  it('keeps on undoing what was changed since', async () => {
    const { a, b, c, far, toys } = await furnished();
    const ctx = await w.system();
    const { mergeId } = await mergeRecords(ctx, 'box', a, { ids: [b, c] });
    const [first = '', second = ''] = toys;
    await updateRecords(ctx, 'toy', [{ id: first, values: { box: far } }]);
    await updateRecords(ctx, 'box', [
      { id: a, values: { pieces: 99 } },
      { id: far, values: { neighbours: [c, a].filter((id) => id === a) } },
    ]);
    await undoMerge(ctx, mergeId);
    expect(await get(ctx, 'toy', first)).toMatchObject({ box: { id: far } });
    expect(await get(ctx, 'toy', second)).toMatchObject({ box: { id: c } });
    expect(await get(ctx, 'box', a)).toMatchObject({ pieces: 99, notes: null });
    expect(await get(ctx, 'box', far)).toMatchObject({ neighbours: [{ id: b }, { id: c }] });
  });

  it('undoes nothing after thirty days, nor when the survivor was merged away', async () => {
    const [a = '', b = '', c = ''] = await make('box', [
      { name: 'A' },
      { name: 'B' },
      { name: 'C' },
    ]);
    const ctx = await w.system();
    const first = await mergeRecords(ctx, 'box', a, { ids: [b] });
    const second = await mergeRecords(ctx, 'box', c, { ids: [a] });
    await expect(undoMerge(ctx, first.mergeId)).rejects.toThrow(code('notFound'));
    const later = new Date(ctx.now.getTime() + 31 * 86_400_000);
    await expect(undoMerge({ ...ctx, now: later }, second.mergeId)).rejects.toThrow(code('gone'));
    await undoMerge(ctx, second.mergeId);
    await undoMerge(ctx, first.mergeId);
    expect((await list(ctx, 'box', {})).items).toHaveLength(3);
  });

  it('takes a unique value and a code over from a merged record', async () => {
    const [a = '', b = ''] = await make('box', [{ name: 'A' }, { name: 'B', serial: 'S-1' }]);
    const ctx = await w.system();
    const { code: number } = await get(ctx, 'box', b);
    const { record, mergeId } = await mergeRecords(ctx, 'box', a, {
      ids: [b],
      values: { code: number },
    });
    expect(record).toMatchObject({ serial: 'S-1', code: number });
    await undoMerge(ctx, mergeId);
    expect(await get(ctx, 'box', b)).toMatchObject({ serial: 'S-1', code: number });
    await expect(
      mergeRecords(ctx, 'box', a, { ids: [b], values: { code: 'BX-9999', nope: 1, pieces: 'x' } }),
    ).rejects.toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ path: 'values.code', code: 'notWritable' }),
        expect.objectContaining({ path: 'values.nope', code: 'unknownField' }),
        expect.objectContaining({ path: 'values.pieces', code: 'wrongType' }),
      ]),
    });
  });

  it('puts no record above itself', async () => {
    w = await testWorkspace({ objects: [tree, toy, colourCard], rules: new Map() });
    const [top = '', a = '', middle = '', b = ''] = await make('box', [
      { name: 'Top' },
      { name: 'A' },
      { name: 'Middle' },
      { name: 'B' },
    ]);
    const ctx = await w.system();
    await updateRecords(ctx, 'box', [
      { id: b, values: { parent: top } },
      { id: middle, values: { parent: b } },
      { id: a, values: { parent: middle } },
    ]);
    const before = await snapshot(w);
    const { record, mergeId } = await mergeRecords(ctx, 'box', a, { ids: [b] });
    expect(record['parent']).toMatchObject({ id: top });
    expect(await get(ctx, 'box', middle)).toMatchObject({ parent: { id: a } });
    await undoMerge(ctx, mergeId);
    expect(await snapshot(w)).toEqual(before);
    await expect(
      mergeRecords(ctx, 'box', a, { ids: [b], values: { parent: middle } }),
    ).rejects.toMatchObject({ errors: [{ path: 'values.parent', code: 'cycle' }] });
  });

  it('is not undone where that would put a record above itself by now', async () => {
    w = await testWorkspace({ objects: [tree, toy, colourCard], rules: new Map() });
    const ctx = await w.system();
    const under = (id: string, parent: string | null) =>
      updateRecords(ctx, 'box', [{ id, values: { parent } }]);
    const four = await make(
      'box',
      ['A', 'B', 'Above', 'Below'].map((name) => ({ name })),
    );
    const [a = '', b = '', above = '', below = ''] = four;
    await under(b, above);
    await under(below, b);
    const { mergeId } = await mergeRecords(ctx, 'box', a, { ids: [b], values: { parent: null } });
    await under(above, below);
    const before = await snapshot(w);
    await expect(undoMerge(ctx, mergeId)).rejects.toMatchObject({
      code: 'conflict',
      errors: [{ path: 'parent', code: 'cycle' }],
    });
    expect(await snapshot(w)).toEqual(before);
    await under(above, null);
    await undoMerge(ctx, mergeId);
    expect(await get(ctx, 'box', below)).toMatchObject({ parent: { id: b } });
    expect(await get(ctx, 'box', b)).toMatchObject({ parent: { id: above } });
  });

  it('refuses no records, itself, twice the same, too many, unknown and stale ones', async () => {
    const [a = '', b = ''] = await make('box', [{ name: 'A' }, { name: 'B' }]);
    const ctx = await w.system();
    const merge = (ids: string[], more = {}) => mergeRecords(ctx, 'box', a, { ids, ...more });
    for (const ids of [[], [a], [b, b.toUpperCase()], Array.from({ length: 51 }, () => b)]) {
      await expect(merge(ids)).rejects.toThrow(code('invalid'));
    }
    await expect(merge([w.id])).rejects.toThrow(code('notFound'));
    await expect(merge(['x'])).rejects.toThrow(code('notFound'));
    await expect(merge([b], { version: 7 })).rejects.toThrow(code('stale'));
    await expect(merge([b], { versions: { [b]: 7 } })).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { id: b } },
    });
    await expect(mergeRecords(ctx, 'nothing', a, { ids: [b] })).rejects.toThrow(code('notFound'));
    expect((await list(ctx, 'box', {})).items).toHaveLength(2);
  });

  it('asks for the right to change the survivor and to remove the others, and writes nothing without', async () => {
    const noDelete = await w.addRole({ '*': rightsOf('all', { delete: 'none' }) });
    const ownOnly = await w.addRole({ '*': rightsOf('own') });
    const readAll = await w.addRole({ '*': rightsOf('own', { read: 'all' }) });
    const [clerk, me] = [await w.addMember(noDelete), await w.addMember(ownOnly)];
    const reader = await w.addMember(readAll);
    const [a = '', b = ''] = await make('box', [{ name: 'A' }, { name: 'B' }], me);
    const [mine = ''] = await make('box', [{ name: 'Mine' }], reader);
    const [foreign = ''] = await make('box', [{ name: 'Foreign' }]);
    const before = await snapshot(w);
    await expect(mergeRecords(await w.as(clerk), 'box', a, { ids: [b] })).rejects.toThrow(
      code('forbidden'),
    );
    await expect(mergeRecords(await w.as(me), 'box', a, { ids: [foreign] })).rejects.toThrow(
      code('notFound'),
    );
    await expect(mergeRecords(await w.as(reader), 'box', mine, { ids: [a] })).rejects.toThrow(
      code('forbidden'),
    );
    await expect(mergeRecords(await w.as(reader), 'box', a, { ids: [mine] })).rejects.toThrow(
      code('forbidden'),
    );
    expect(await snapshot(w)).toEqual(before);
    const { mergeId } = await mergeRecords(await w.as(me), 'box', a, { ids: [b] });
    const stranger = await w.as(await w.addMember(ownOnly));
    expect((await listHistory(await w.as(me), 'box', b)).items.length).toBeGreaterThan(0);
    await expect(listHistory(stranger, 'box', b)).rejects.toThrow(code('notFound'));
    await expect(undoMerge(await w.as(clerk), mergeId)).rejects.toThrow(code('notFound'));
    await expect(undoMerge(await w.as(reader), mergeId)).rejects.toThrow(code('notFound'));
    await undoMerge(await w.as(me), mergeId);
  });

  it('neither overwrites nor reveals hidden fields, and moves links the actor cannot see', async () => {
    const role = await w.addRole({
      box: rightsOf('all', { fields: { notes: 'hidden', colour: 'read' } }),
      toy: rightsOf('none'),
    });
    const me = await w.addMember(role);
    const [a = '', b = ''] = await make('box', [
      { name: 'A', notes: 'kept' },
      { name: 'B', notes: 'secret', colour: 'red' },
    ]);
    const [toy = ''] = await make('toy', [{ name: 'T', box: b }]);
    const ctx = await w.as(me);
    await expect(
      mergeRecords(ctx, 'box', a, { ids: [b], values: { notes: 'secret', colour: 'red' } }),
    ).rejects.toMatchObject({
      errors: expect.arrayContaining([
        { path: 'values.notes', code: 'unknownField' },
        { path: 'values.colour', code: 'notWritable' },
      ]),
    });
    const { record } = await mergeRecords(ctx, 'box', a, { ids: [b] });
    expect(record).not.toHaveProperty('notes');
    expect(record['colour']).toBe('red');
    const system = await w.system();
    expect(await get(system, 'box', a)).toMatchObject({ notes: 'kept' });
    expect(await get(system, 'toy', toy)).toMatchObject({ box: { id: a } });
  });

  it('leaves one winner when merges share a record, and loses no change made meanwhile', async () => {
    const [a = '', b = '', c = ''] = await make('box', [
      { name: 'A' },
      { name: 'B' },
      { name: 'C' },
    ]);
    const ctx = await w.system();
    const both = await Promise.allSettled([
      mergeRecords(ctx, 'box', a, { ids: [b] }),
      mergeRecords(ctx, 'box', c, { ids: [b] }),
      mergeRecords(ctx, 'box', b, { ids: [a] }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    for (const each of both) {
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'notFound' });
    }
    const left = (await list(ctx, 'box', {})).items.map(({ id }) => id);
    expect(left.length).toBe(3 - both.filter(({ status }) => status === 'fulfilled').length);

    const [d = '', e = ''] = await make('box', [{ name: 'D' }, { name: 'E', pieces: 1 }]);
    const [merged, updated, linked] = await Promise.allSettled([
      mergeRecords(ctx, 'box', d, { ids: [e] }),
      updateRecords(ctx, 'box', [{ id: e, values: { pieces: 2 } }]),
      createRecords(ctx, 'toy', [{ name: 'T', box: e }]),
    ]);
    expect(merged.status).toBe('fulfilled');
    if (updated.status === 'rejected') expect(updated.reason).toMatchObject({ code: 'notFound' });
    if (linked.status === 'rejected') expect(linked.reason).toMatchObject({ code: 'invalid' });
    expect(await countLinks(w, ctx.model, 'box', [e])).toBe(0);
    const { pieces } = await get(ctx, 'box', d);
    expect(pieces).toBe(updated.status === 'fulfilled' ? 2 : 1);
  });

  it('undoes once when asked twice at the same time, and leaves alone what was restored by hand', async () => {
    const [a = '', b = '', c = ''] = await make('box', [
      { name: 'A' },
      { name: 'B' },
      { name: 'C' },
    ]);
    const ctx = await w.system();
    const { mergeId } = await mergeRecords(ctx, 'box', a, { ids: [b, c] });
    await restoreRecords(ctx, 'box', [b]);
    const both = await Promise.allSettled([undoMerge(ctx, mergeId), undoMerge(ctx, mergeId)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await list(ctx, 'box', {})).items).toHaveLength(3);
  });

  it('takes merged records out of their groups', async () => {
    const [a = '', b = '', c = ''] = await make('box', [
      { name: 'Nhật Minh' },
      { name: 'Nhat Minh' },
      { name: 'NHẬT MINH' },
    ]);
    const ctx = await w.system();
    await scanDuplicates(ctx, 'box', await startRun(ctx, { object: 'box', kind: 'scan' }));
    await mergeRecords(ctx, 'box', a, { ids: [b] });
    const { items } = await listGroups(ctx, { object: 'box' });
    expect(items.map(({ members }) => members.map(({ id }) => id))).toEqual([[a, c]]);
    await mergeRecords(ctx, 'box', a, { ids: [c] });
    expect((await listGroups(ctx, { object: 'box' })).items).toEqual([]);
  });

  it('forgets what undoing needed once it is too late', async () => {
    const [a = '', b = ''] = await make('box', [{ name: 'A' }, { name: 'B' }]);
    await make('toy', [{ name: 'T', box: b }]);
    const ctx = await w.system();
    const { mergeId } = await mergeRecords(ctx, 'box', a, { ids: [b] });
    const links = () => ctx.tables.selectFrom('merge_link').selectAll().execute();
    await forgetOldMerges(ctx);
    expect(await links()).toHaveLength(1);
    await forgetOldMerges({ ...ctx, now: new Date(ctx.now.getTime() + 31 * 86_400_000) });
    expect(await links()).toEqual([]);
    expect((await listMerges(ctx)).items).toMatchObject([{ id: mergeId, moved: { 'toy.box': 1 } }]);
  });

  it('lists no title that is hidden, and pages over what the actor sees only', async () => {
    const nameless = await w.addRole({ '*': rightsOf('all', { fields: { name: 'hidden' } }) });
    const own = await w.addRole({ '*': rightsOf('own') });
    const [blind, me] = [await w.addMember(nameless), await w.addMember(own)];
    const merged = async (memberId?: string) => {
      const [a = '', b = ''] = await make('box', [{ name: 'A' }, { name: 'B' }], memberId);
      return (await mergeRecords(await w.system(), 'box', a, { ids: [b] })).mergeId;
    };
    const mine = [await merged(me)];
    for (let i = 0; i < 3; i += 1) await merged();
    mine.unshift(await merged(me));
    await merged();
    const [entry] = (await listMerges(await w.as(blind))).items;
    expect(entry).toMatchObject({ survivor: { title: null }, merged: [{ title: null }] });
    const first = await listMerges(await w.as(me), { limit: 1 });
    expect(first).toMatchObject({ items: [{ id: mine[0] }], nextCursor: mine[0] });
    const next = await listMerges(await w.as(me), { limit: 1, cursor: String(mine[0]) });
    expect(next).toMatchObject({ items: [{ id: mine[1] }], nextCursor: null });
    expect((await listMerges(await w.as(me), { object: 'none' })).items).toEqual([]);
  });

  it('knows every table of links', () => {
    const stay = [
      'history',
      'search_document',
      'outbox',
      'match_key',
      'merge_link',
      'import_row',
      'notice',
      'reminder',
      // What somebody has read of one says nothing of the other.
      'read_mark',
    ];
    const pairs = Object.entries(systemTables)
      .filter(([, { columns }]) => 'object' in columns && 'record_id' in columns)
      .map(([name]) => name);
    const known = [...Object.keys(followingTables), 'file', ...stay];
    expect(pairs.filter((name) => !known.includes(name))).toEqual([]);
  });
});

const tree = {
  ...box,
  fields: {
    ...box.fields,
    parent: f.relation({ vi: 'Hộp ngoài', en: 'Outer box' }, { to: 'box', tree: true }),
  },
};
