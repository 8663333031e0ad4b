import { beforeAll, describe, expect, it } from 'vitest';
import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import type { Ctx } from '../context.ts';
import { react } from '../reactions/react.ts';
import { createRecords, removeRecords, updateRecords } from '../records/index.ts';
import { box, colourCard, toy } from '../testing/toys.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listTimeline, type TimelineQuery } from './list-timeline.ts';
import type { TimelineEntry } from './read-entries.ts';

const label = { vi: 'x', en: 'x' };
const event = defineObject({
  key: 'event',
  path: 'events-of-toys',
  label,
  pluralLabel: label,
  title: 'name',
  reach: 'owned',
  seenWith: ['box'],
  indexes: [['box', 'at']],
  timeline: {
    at: 'at',
    to: ['box', 'others', 'about'],
    open: { field: 'open', op: 'eq', value: true },
    sorts: [{ key: 'loud', label, where: { field: 'loud', op: 'eq', value: true } }],
    pinned: 'pinned',
    texts: ['name'],
  },
  fields: {
    name: f.text(label, { required: true }),
    at: f.dateTime(label),
    open: f.boolean(label),
    loud: f.boolean(label),
    pinned: f.boolean(label),
    box: f.relation(label, { to: 'box' }),
    others: f.relations(label, { to: 'box' }),
    about: f.links(label),
  },
});
const answer = defineObject({
  key: 'answer',
  path: 'answers',
  label,
  pluralLabel: label,
  title: 'name',
  reach: 'owned',
  seenWith: ['event'],
  timeline: { at: 'createdAt', to: ['event'], texts: ['name'], reply: true },
  fields: {
    name: f.text(label, { required: true }),
    event: f.relation(label, { to: 'event', required: true }),
  },
});

let w: TestWorkspace;
let ctx: Ctx;
let others: Ctx;
let mine = '';

beforeAll(async () => {
  w = await testWorkspace({
    objects: [{ ...box, related: ['toy.box', 'box.neighbours'] }, toy, colourCard, event, answer],
    rules: new Map(),
  });
  const team = await w.addTeam('North');
  const role = await w.addRole({ '*': rightsOf('own'), toy: rightsOf('all') });
  const [me, other] = [await w.addMember(role, [team]), await w.addMember(role, [team])];
  ctx = await w.as(me);
  others = await w.as(other);
  const [made] = await createRecords(ctx, 'box', [{ name: 'Hộp quà' }]);
  mine = String(made?.id);
});

const make = async (as: Ctx, object: string, values: Record<string, unknown>) => {
  const [made] = await createRecords(as, object, [values]);
  return String(made?.id);
};
const hours = (count: number) => new Date(ctx.now.getTime() + count * 3_600_000).toISOString();
const nameOf = (entry: TimelineEntry) =>
  entry.kind === 'record' ? entry.values['name'] : `${entry.action} ${entry.record.title}`;
const told = async (query: TimelineQuery = {}, as = ctx) => {
  const page = await listTimeline(as, 'box', mine, query);
  return {
    ...page,
    items: page.items.map(nameOf),
    upcoming: page.upcoming.map(nameOf),
    pinned: page.pinned.map(nameOf),
  };
};

describe('the changes in a thread', () => {
  it('are those of a record and of what belongs to it, newest first, in pages', async () => {
    const id = await make(ctx, 'box', { name: 'Hộp lớn' });
    const ball = await make(ctx, 'toy', { name: 'Bóng', box: id });
    await make(await w.system(), 'box', {
      name: 'Hộp lạ',
      neighbours: [id],
      owner: others.actor.kind === 'member' ? others.actor.id : null,
    });
    await make(ctx, 'box', { name: 'Hộp bên', neighbours: [id] });
    await updateRecords(ctx, 'toy', [{ id: ball, values: { pieces: 3 } }]);
    const first = await listTimeline(ctx, 'box', id, { limit: 3 });
    const rest = await listTimeline(ctx, 'box', id, { cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...rest.items].map(nameOf)).toEqual([
      'update Bóng',
      'create Hộp bên',
      'create Bóng',
      'create Hộp lớn',
    ]);
    expect(first.items[0]).toMatchObject({ kind: 'change', changes: { pieces: [null, 3] } });
    await expect(listTimeline(others, 'box', id)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('the records in a thread', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    const at = (count: number, more: object) =>
      make(ctx, 'event', { at: hours(count), box: mine, ...more });
    ids.push(await at(-3, { name: 'three ago', loud: true }));
    ids.push(await at(-2, { name: 'missed', open: true }));
    ids.push(await at(2, { name: 'next', open: true }));
    ids.push(await at(1, { name: 'done early', open: false }));
    ids.push(await at(5, { name: 'later', open: true, loud: true }));
    await make(ctx, 'event', { name: 'some day', open: true, box: mine });
    await make(ctx, 'event', { name: 'by list', at: hours(-4), others: [mine] });
    await make(ctx, 'event', {
      name: 'by link',
      at: hours(-5),
      box: mine,
      about: [{ object: 'box', id: mine }],
    });
  });

  it('stand with the changes by their time, each once; what is to come above', async () => {
    const page = await told();
    expect(page.items).toEqual([
      'done early',
      'create Hộp quà',
      'missed',
      'three ago',
      'by list',
      'by link',
    ]);
    expect(page.upcoming).toEqual(['next', 'later', 'some day']);
    expect(page).toMatchObject({ nextCursor: null, moreUpcoming: false, pinned: [] });
  });

  it('come in pages of any size without one missing or twice', async () => {
    const all: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await told({ limit: 1, ...(cursor && { cursor }) });
      if (cursor) expect(page.upcoming).toEqual([]);
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(all).toEqual((await told()).items);
  });

  it('are looked at by sort', async () => {
    expect(await told({ show: 'event.loud' })).toMatchObject({
      items: ['three ago'],
      upcoming: ['later'],
    });
    expect(await told({ show: 'changes' })).toMatchObject({
      items: ['create Hộp quà'],
      upcoming: [],
    });
    expect(await told({ show: 'files' })).toMatchObject({ items: [] });
    const wrong = { errors: [{ path: 'show', code: 'notAnOption' }] };
    await expect(told({ show: 'event.nothing' })).rejects.toMatchObject(wrong);
    await expect(told({ show: 'toString.at' })).rejects.toMatchObject(wrong);
    await expect(told({ cursor: 'x' })).rejects.toMatchObject({
      errors: [{ path: 'cursor', code: 'badCursor' }],
    });
  });

  it('are only those that one may see', async () => {
    const foreign = await make(await w.system(), 'event', {
      name: 'not for me',
      at: hours(-1),
      about: [{ object: 'box', id: mine }],
    });
    expect((await told()).items).not.toContain('not for me');
    expect((await told({}, await w.system())).items).toContain('not for me');
    await removeRecords(await w.system(), 'event', [{ id: foreign }]);
  });

  it('tell nothing by fields that are hidden', async () => {
    const without = async (...keys: string[]) => {
      const fields = Object.fromEntries(keys.map((key) => [key, 'hidden'] as const));
      return w.as(
        await w.addMember(
          await w.addRole({ '*': rightsOf('all'), event: rightsOf('all', { fields }) }),
        ),
      );
    };
    const [first] = ids;
    await updateRecords(ctx, 'event', [{ id: String(first), values: { pinned: true } }]);
    const blind = await without('loud', 'pinned');
    expect((await told({}, ctx)).pinned).toHaveLength(1);
    expect((await told({}, blind)).pinned).toEqual([]);
    await expect(told({ show: 'event.loud' }, blind)).rejects.toMatchObject({
      errors: [{ path: 'show', code: 'notAnOption' }],
    });
    expect((await told({}, await without('at'))).items).toEqual(['create Hộp quà']);
    await updateRecords(ctx, 'event', [{ id: String(first), values: { pinned: false } }]);
  });

  it('say what was answered, how people reacted, what was changed, and what is on top', async () => {
    const id = String(ids[0]);
    for (const name of ['a', 'b', 'c', 'd']) await make(ctx, 'answer', { name, event: id });
    await react(ctx, 'event', id, 'love', { on: true });
    await react(ctx, 'event', id, 'like', { on: true });
    await react(ctx, 'event', id, 'like', { on: true });
    await react(
      await w.as(await w.addMember(await w.addRole('administrator'))),
      'event',
      id,
      'like',
      {
        on: true,
      },
    );
    await updateRecords(ctx, 'event', [{ id, values: { name: 'changed', pinned: true } }]);
    const { pinned, items } = await listTimeline(ctx, 'box', mine);
    expect(pinned.map(({ id: each }) => each)).toEqual([id]);
    const entry = items.find((each) => each.kind === 'record' && each.id === id);
    expect(entry).toMatchObject({
      edited: expect.any(String),
      reactions: [
        { kind: 'like', count: 2, mine: true },
        { kind: 'love', count: 1, mine: true },
      ],
      replies: { total: 4, items: [{ values: { name: 'b' } }, {}, { edited: null }] },
    });
    await react(ctx, 'event', id, 'like', { on: false });
    const again = await listTimeline(ctx, 'event', id);
    expect(again.items.map(nameOf)).toEqual(expect.arrayContaining(['update changed', 'd']));
    await expect(react(others, 'event', id, 'like', { on: true })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});
