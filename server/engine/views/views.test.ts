import { beforeAll, describe, expect, it } from 'vitest';
import type { ObjectDefinition } from '#shared/define.ts';
import { setLayout } from '../settings/index.ts';
import { box, toyObjects, toyRules } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import type { ViewDefinition } from './definition.ts';
import { createView, getView, listViews, removeView, updateView, type ViewInput } from './views.ts';

let w: TestWorkspace;
let boss: string;
let lead: string;
let clerk: string;
let mate: string;
let stranger: string;
let blind: string;
let ownRole: string;
let team: string;
beforeAll(async () => {
  const seen: ObjectDefinition = {
    ...box,
    views: [
      {
        key: 'red',
        label: { vi: 'Hộp đỏ', en: 'Red boxes' },
        where: { field: 'colour', op: 'eq', value: 'red' },
        columns: ['name', 'notes'],
      },
    ],
  };
  const objects = [seen, ...toyObjects.filter(({ key }) => key !== 'box')];
  w = await testWorkspace({ objects, rules: toyRules });
  ownRole = await w.addRole({ '*': rightsOf('own') });
  boss = await w.addMember(await w.addRole('administrator'));
  const above = await w.addTeam('Trên');
  team = await w.addTeam('Dưới', above);
  lead = await w.addMember(ownRole, [above]);
  clerk = await w.addMember(ownRole, [team]);
  mate = await w.addMember(ownRole, [team]);
  stranger = await w.addMember(ownRole, [await w.addTeam('Xa')]);
  blind = await w.addMember(
    await w.addRole({ '*': rightsOf('own', { fields: { notes: 'hidden', colour: 'hidden' } }) }),
    [team],
  );
});

const code = (expected: string) => expect.objectContaining({ code: expected });

const create = async (memberId: string, input: Partial<ViewInput>) =>
  createView(await w.as(memberId), 'box', {
    name: 'Khung nhìn',
    audience: 'mine',
    definition: { display: 'table' },
    ...input,
  });

const seenBy = async (memberId: string, id: string) =>
  (await listViews(await w.as(memberId), 'box')).some((view) => view.id === id);

describe('saved views', () => {
  it('are seen by whom they are for', async () => {
    const people = [boss, lead, clerk, mate, stranger];
    const seen = async (id: string) => Promise.all(people.map((each) => seenBy(each, id)));
    const mine = await create(clerk, { audience: 'mine' });
    expect(await seen(mine.id)).toEqual([false, false, true, false, false]);
    const teams = await create(clerk, { audience: 'team' });
    expect(teams.teamId).toBe(team);
    expect(await seen(teams.id)).toEqual([true, true, true, true, false]);
    await expect(create(clerk, { audience: 'everyone' })).rejects.toThrow(code('forbidden'));
    const all = await create(boss, { audience: 'everyone' });
    expect(await seen(all.id)).toEqual([true, true, true, true, true]);
    await expect(getView(await w.as(stranger), teams.id)).rejects.toThrow(code('notFound'));
    await expect(create(stranger, { audience: 'team', teamId: team })).rejects.toThrow(
      code('invalid'),
    );
  });

  it('are changed by their owner, from the version that was seen', async () => {
    const view = await create(clerk, { audience: 'team' });
    expect((await getView(await w.as(mate), view.id)).writable).toBe(false);
    await expect(updateView(await w.as(mate), view.id, 1, { name: 'x' })).rejects.toThrow(
      code('forbidden'),
    );
    const ctx = await w.as(clerk);
    const changed = await updateView(ctx, view.id, 1, {
      name: 'Của tôi',
      definition: { display: 'board', groupBy: 'colour' },
    });
    expect(changed).toMatchObject({ name: 'Của tôi', version: 2, audience: 'team', teamId: team });
    await expect(updateView(ctx, view.id, 1, { name: 'y' })).rejects.toMatchObject({
      code: 'stale',
      extra: { current: { name: 'Của tôi', version: 2 } },
    });
    await updateView(ctx, view.id, 2, { audience: 'mine' });
    expect(await seenBy(mate, view.id)).toBe(false);
    await removeView(ctx, view.id);
    await expect(getView(ctx, view.id)).rejects.toThrow(code('notFound'));
  });

  it('are checked as a whole, with every error at its place', async () => {
    const definition: ViewDefinition = {
      display: 'calendar',
      where: { and: [{ field: 'none', op: 'eq', value: 1 }] },
      sort: 'nowhere',
      columns: ['name', 'nothing'],
      groupBy: 'notes',
      chart: {
        kind: 'bar',
        groupBy: [{ field: 'gone' }],
        measure: { fn: 'sum', field: 'lost' },
      },
    };
    await expect(create(clerk, { definition })).rejects.toMatchObject({
      code: 'invalid',
      errors: [
        { path: 'definition.where.and.0.field', code: 'unknownField' },
        { path: 'definition.sort', code: 'unknownField' },
        { path: 'definition.columns.1', code: 'unknownField' },
        { path: 'definition.groupBy', code: 'badOperator' },
        { path: 'definition.chart.groupBy.0.field', code: 'unknownField' },
        { path: 'definition.chart.measure.field', code: 'unknownField' },
        { path: 'definition.calendar', code: 'required' },
      ],
    });
    await expect(
      create(clerk, { definition: { display: 'calendar', calendar: { from: 'name' } } }),
    ).rejects.toMatchObject({ errors: [{ path: 'definition.calendar.from', code: 'wrongType' }] });
    await expect(
      create(blind, { definition: { display: 'table', columns: ['notes'] } }),
    ).rejects.toThrow(code('invalid'));
  });

  it('keep all that was on the screen', async () => {
    const definitions: ViewDefinition[] = [
      {
        display: 'table',
        columns: ['name', 'parent.pieces', 'pieces'],
        widths: { name: 320, 'parent.pieces': 90 },
        pinned: ['name', 'parent.pieces'],
        groupBy: 'madeOn',
        bucket: 'quarter',
      },
      { display: 'table', pinned: [] },
      { display: 'board', groupBy: 'colour', sum: 'price' },
      {
        display: 'chart',
        chart: {
          kind: 'funnel',
          groupBy: [{ field: 'colour' }],
          measure: { fn: 'sum', field: 'pieces' },
        },
      },
    ];
    for (const definition of definitions) {
      const { id } = await create(clerk, { definition });
      expect((await getView(await w.as(clerk), id)).definition).toEqual(definition);
    }
  });

  it('have no columns of what cannot be told in one cell', async () => {
    const definition: ViewDefinition = {
      display: 'table',
      columns: ['neighbours.name', 'parent.none', 'parent.parent.name'],
      pinned: ['place.wardCode'],
      sum: 'nothing',
    };
    await expect(create(clerk, { definition })).rejects.toMatchObject({
      errors: [
        { path: 'definition.columns.0', code: 'unknownField' },
        { path: 'definition.columns.1', code: 'unknownField' },
        { path: 'definition.columns.2', code: 'unknownField' },
        { path: 'definition.pinned.0', code: 'unknownField' },
        { path: 'definition.sum', code: 'unknownField' },
      ],
    });
  });

  it('say nothing of fields hidden from the reader', async () => {
    const view = await create(boss, {
      audience: 'everyone',
      definition: {
        display: 'board',
        groupBy: 'colour',
        where: {
          and: [
            { field: 'colour', op: 'eq', value: 'red' },
            { or: [{ field: 'name', op: 'contains', value: 'a' }] },
            { not: { field: 'notes', op: 'isEmpty' } },
          ],
        },
        sort: '-name,createdAt',
        columns: ['name', 'notes'],
        widths: { name: 100, notes: 200, 'parent.name': 90 },
        pinned: ['notes', 'name'],
        sum: 'pieces',
      },
    });
    const got = await getView(await w.as(blind), view.id);
    expect(got.complete).toBe(false);
    expect(got.definition).toEqual({
      display: 'table',
      where: { and: [{ or: [{ field: 'name', op: 'contains', value: 'a' }] }] },
      sort: '-name,createdAt',
      columns: ['name'],
      widths: { name: 100, 'parent.name': 90 },
      pinned: ['name'],
      sum: 'pieces',
    });
    expect((await getView(await w.as(clerk), view.id)).complete).toBe(true);
    const listed = await listViews(await w.as(blind));
    expect(JSON.stringify(listed)).not.toMatch(/notes|colour/);
    // Its name alone tells what the field holds.
    expect(listed.map(({ id }) => id)).not.toContain('red');
  });

  it('stand behind those of the declaration', async () => {
    const [first] = await listViews(await w.as(clerk), 'box');
    expect(first).toMatchObject({
      id: 'red',
      builtIn: true,
      name: { vi: 'Hộp đỏ', en: 'Red boxes' },
      writable: false,
      definition: { columns: ['name', 'notes'], where: { field: 'colour' } },
    });
  });

  it('may be what the lists of a role open with, as its layout says', async () => {
    const opensWith = async (defaultView: string) => {
      await setLayout(await w.as(boss), w.workspaces, 'box', ownRole, { defaultView });
      const views = await listViews(await w.as(clerk), 'box');
      return views.filter((view) => view.isDefault).map(({ id }) => id);
    };
    const { id, version } = await create(boss, { audience: 'everyone' });
    expect(await opensWith(id)).toEqual([id]);
    expect((await getView(await w.as(boss), id)).isDefault).toBe(false);
    await updateView(await w.as(boss), id, version, { audience: 'mine' });
    await expect(opensWith(id)).rejects.toThrow(code('invalid'));
    await expect(opensWith('nothing')).rejects.toThrow(code('invalid'));
  });
});
