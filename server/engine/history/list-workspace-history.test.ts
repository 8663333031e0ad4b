import { beforeAll, describe, expect, it } from 'vitest';
import { createRecords, removeRecords, updateRecords } from '../records/index.ts';
import { createField } from '../settings/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listWorkspaceHistory, type WorkspaceHistoryQuery } from './list-workspace-history.ts';

let w: TestWorkspace;
let bossId: string;
let clerkId: string;
const boxes: string[] = [];

beforeAll(async () => {
  w = await testWorkspace();
  bossId = await w.addMember(await w.addRole('administrator'));
  clerkId = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
  const clerk = await w.as(clerkId);
  const made = await createRecords(clerk, 'box', [{ name: 'Một' }, { name: 'Hai' }]);
  boxes.push(...made.map(({ id }) => id));
  const [one = '', two = ''] = boxes;
  await updateRecords(clerk, 'box', [{ id: one, values: { pieces: 3, neighbours: [two] } }]);
  await removeRecords(await w.as(bossId), 'box', [{ id: two }]);
  await createRecords(await w.system(), 'toy', [{ name: 'Bóng', box: one }]);
  await createField(await w.as(bossId), w.workspaces, 'box', {
    kind: 'text',
    key: 'shelf',
    label: { vi: 'Kệ', en: 'Shelf' },
  });
  const table = `"${w.schema}".history`;
  await w.database.app.query(
    `insert into ${table} (object, record_id, version, actor_id, action, changes)
     values ('member', $1, 1, $2, 'update', '{"name": ["A", "B"]}')`,
    [clerkId, bossId],
  );
});

const listed = async (query: WorkspaceHistoryQuery = {}) =>
  listWorkspaceHistory(await w.as(bossId), query);
const told = async (query: WorkspaceHistoryQuery = {}) =>
  (await listed(query)).items.map(({ kind, record, action }) => [kind, record.title, action]);

describe('the history of the whole company', () => {
  it('has records, people and settings, newest first, in pages', async () => {
    const clerk = (await w.as(bossId)).directory.members.get(clerkId)?.name;
    const all = [
      ['people', clerk, 'update'],
      ['setting', null, 'create'],
      ['record', 'Bóng', 'create'],
      // What is in the trash is still called something.
      ['record', 'Hai', 'remove'],
      ['record', 'Một', 'update'],
      ['record', 'Hai', 'create'],
      ['record', 'Một', 'create'],
    ];
    expect(await told()).toEqual(all);
    const first = await listed({ limit: 3 });
    const rest = await listed({ limit: 200, cursor: first.nextCursor ?? '' });
    expect(
      [...first.items, ...rest.items].map(({ kind, record, action }) => [
        kind,
        record.title,
        action,
      ]),
    ).toEqual(all);
    expect(rest.nextCursor).toBeNull();
    const [, setting, , , change] = (await listed()).items;
    expect(setting?.setting).toMatchObject({ object: 'box', field: 'shelf', layout: null });
    expect(change).toMatchObject({
      actor: { id: clerkId, title: clerk },
      record: { object: 'box', id: boxes[0] },
      changes: { pieces: [null, 3], neighbours: [null, [{ id: boxes[1], title: null }]] },
    });
  });

  it('is narrowed by kind, object, actor, action and time', async () => {
    expect(await told({ kind: 'setting' })).toHaveLength(1);
    expect(await told({ kind: 'people' })).toHaveLength(1);
    expect(await told({ object: 'toy' })).toEqual([['record', 'Bóng', 'create']]);
    expect(await told({ object: 'toy', kind: 'people' })).toEqual([]);
    expect(await told({ actor: 'system' })).toEqual([['record', 'Bóng', 'create']]);
    expect(await told({ actor: clerkId, action: 'update' })).toEqual([['record', 'Một', 'update']]);
    expect(await told({ object: 'box', action: 'remove' })).toHaveLength(1);
    const ctx = await w.as(bossId);
    const today = Temporal.Now.plainDateISO(ctx.actor.timeZone);
    const yesterday = today.subtract({ days: 1 }).toString();
    expect(await told({ from: today.toString(), to: today.toString() })).toHaveLength(7);
    expect(await told({ from: yesterday, to: yesterday })).toEqual([]);
    expect(await told({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
  });

  it('finds a time among many lines, whatever was written a little before or after', async () => {
    const table = `"${w.schema}".history`;
    const other = await testWorkspace();
    // Lines of ten days, each some minutes earlier or later than its place says.
    await other.database.app.query(
      `insert into ${table.replace(w.schema, other.schema)} (object, record_id, version, at, action, changes)
       select 'toy', gen_random_uuid(), 1, timestamptz '2026-01-01 00:00Z' + n * interval '1 minute'
         - (n % 30) * interval '1 minute', 'create', '{}' from generate_series(0, 14399) n`,
    );
    const boss = await other.as(await other.addMember(await other.addRole('administrator')));
    const from = '2026-01-04T00:00:00Z';
    const to = '2026-01-04T01:00:00Z';
    const { items } = await listWorkspaceHistory(boss, { from, to, limit: 200 });
    const { rows } = await other.database.app.query(
      `select count(*)::int as n from ${table.replace(w.schema, other.schema)} where at >= $1 and at < $2`,
      [from, to],
    );
    expect(rows[0].n).toBeGreaterThan(30);
    expect(items).toHaveLength(rows[0].n);
  });

  it('refuses what it does not understand, all at once', async () => {
    await expect(listed({ actor: 'x', from: 'hôm qua', to: '2026-02-30' })).rejects.toMatchObject({
      code: 'invalid',
      errors: [
        { path: 'from', code: 'badDate' },
        { path: 'to', code: 'badDate' },
        { path: 'actor', code: 'badFormat' },
      ],
    });
    await expect(listed({ object: 'nothing' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(listed({ cursor: 'x' })).rejects.toMatchObject({
      errors: [{ path: 'cursor', code: 'badCursor' }],
    });
  });

  it('is for administrators', async () => {
    await expect(listWorkspaceHistory(await w.as(clerkId), {})).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
