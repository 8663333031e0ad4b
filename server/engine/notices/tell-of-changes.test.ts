import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { followRecord } from '../followers/follow-record.ts';
import { createRecords, removeRecords, updateRecords } from '../records/index.ts';
import { qualified } from '../records/sql.ts';
import { shareRecord } from '../sharing/share-record.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { withTransaction } from '../transaction.ts';
import { listNotices } from './list-notices.ts';
import { notify } from './notify.ts';
import { tellOfChanges } from './tell-of-changes.ts';
import { readAll } from '../testing/read-all.ts';

let w: TestWorkspace;
let [lan, minh, hoa, blind]: [string, string, string, string] = ['', '', '', ''];
let team: string;
beforeAll(async () => {
  w = await testWorkspace();
  const all = await w.addRole({ '*': rightsOf('all') });
  const own = await w.addRole({ '*': rightsOf('own') });
  const noPage = await w.addRole({ '*': rightsOf('all', { fields: { page: 'hidden' } }) });
  team = await w.addTeam('Đội đồ chơi');
  lan = await w.addMember(all);
  minh = await w.addMember(all, [team]);
  hoa = await w.addMember(own, [team]);
  blind = await w.addMember(noPage);
});

const names = () =>
  new Map([
    [lan, 'Lan'],
    [minh, 'Minh'],
    [hoa, 'Hoa'],
    [blind, 'Blind'],
  ]);

async function readOn(): Promise<void> {
  await readAll(await w.system());
}

async function markRead(): Promise<void> {
  const { db } = await w.system();
  await db.query(`update ${qualified(w.schema, 'notice')} set read_at = at`, []);
}

async function make(as: string, values: object = {}): Promise<string> {
  const [box] = await createRecords(await w.as(as), 'box', [{ name: 'Hộp', ...values }]);
  return String(box?.id);
}

const change = async (as: string, id: string, values: object, ctx?: Ctx) =>
  updateRecords(ctx ?? (await w.as(as)), 'box', [{ id, values }]);

async function told(id: string | null) {
  await readOn();
  const { db } = await w.system();
  const rows = await db.query(
    `select member_id, kind, actor_id, params, read_at from ${qualified(w.schema, 'notice')}
     where record_id is not distinct from $1 order by at, id`,
    [id],
  );
  return rows.map(([member, kind, actor, params]) => ({
    who: names().get(String(member)),
    kind: String(kind),
    by: names().get(String(actor)) ?? null,
    params: Object(params),
  }));
}

const brief = async (id: string) =>
  (await told(id)).map(({ who, kind, by }) => `${who}: ${kind} by ${by}`);

const mention = (of: string, id: string) => `<p><span data-mention="${of}:${id}">@x</span></p>`;

describe('people are told', () => {
  it('of a record they are given, but not by themselves, and of taking part', async () => {
    expect(await brief(await make(lan))).toEqual([]);
    const given = await make(lan, { owner: minh, helpers: [hoa, lan] });
    expect((await brief(given)).toSorted()).toEqual([
      'Hoa: assigned by Lan',
      'Minh: assigned by Lan',
    ]);
    await change(minh, given, { owner: lan });
    expect(await brief(given)).toContain('Lan: assigned by Minh');
  });

  it('of being mentioned, in person or with their team, once for each time it is new', async () => {
    const id = await make(lan, { page: mention('member', minh) });
    expect(await brief(id)).toEqual(['Minh: mentioned by Lan']);
    await change(lan, id, { page: `${mention('member', minh)}<p>thêm</p>` });
    expect(await brief(id)).toHaveLength(1);
    const shown = await make(lan, { helpers: [hoa] });
    await readOn();
    await change(lan, shown, { page: mention('team', team) });
    expect((await brief(shown)).filter((line) => line.includes('mentioned')).toSorted()).toEqual([
      'Hoa: mentioned by Lan',
      'Minh: mentioned by Lan',
    ]);
  });

  it('once of one change: who is given a record that mentions them needs no second line', async () => {
    const id = await make(lan, { owner: minh, page: mention('member', minh) });
    expect(await brief(id)).toEqual(['Minh: assigned by Lan']);
  });

  it('of nothing that they may not see: neither record nor field', async () => {
    const id = await make(lan, { page: mention('member', hoa) + mention('member', blind) });
    expect(await brief(id)).toEqual([]);
  });

  it('of what is shared with them or their team, and not again of another level', async () => {
    const id = await make(lan);
    const ctx = await w.as(lan);
    await shareRecord(ctx, 'box', id, { grantee: { team }, level: 'read' });
    await shareRecord(ctx, 'box', id, { grantee: { member: hoa }, level: 'read' });
    await shareRecord(ctx, 'box', id, { grantee: { member: hoa }, level: 'update' });
    const lines = await told(id);
    expect(
      lines.map(({ who, kind, params }) => `${who} ${kind} ${params.team}`).toSorted(),
    ).toEqual([`Hoa shared ${team}`, `Minh shared ${team}`]);
  });

  it('of changes of what they follow or own, gathered while they have not read of it', async () => {
    const id = await make(lan);
    await followRecord(await w.as(minh), 'box', id, [minh]);
    await readOn();
    await change(blind, id, { pieces: 1 });
    await readOn();
    await change(blind, id, { fragile: true });
    await change(lan, id, { pieces: 2 });
    const lines = await told(id);
    expect(lines.map(({ who, by, params }) => [who, by, params.fields])).toEqual([
      ['Lan', 'Blind', ['pieces', 'fragile']],
      ['Minh', 'Lan', ['pieces', 'fragile']],
    ]);
    expect(lines[1]?.params.actors).toEqual([lan, blind]);
    await markRead();
    await change(blind, id, { pieces: 3 });
    expect(await told(id)).toHaveLength(4);
    await removeRecords(await w.as(lan), 'box', [{ id }]);
    expect((await told(id)).at(-1)?.params).toMatchObject({ action: 'remove' });
  });

  it('of masses in one line with their number', async () => {
    const ctx = await w.as(lan);
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: `H${i}`, owner: minh }));
    const [first] = await createRecords(ctx, 'box', many(30));
    await readOn();
    await createRecords(ctx, 'box', many(3));
    expect(await told(String(first?.id))).toEqual([]);
    expect(await told(null)).toEqual([
      { who: 'Minh', kind: 'assigned', by: 'Lan', params: { count: 33, of: 'box' } },
    ]);
    await markRead();
  });

  it('of what comes little by little in lines of their own, then as a number', async () => {
    for (let i = 0; i < 6; i += 1) {
      const four = [1, 2, 3, 4].map((n) => ({ name: `Đợt ${i}.${n}`, owner: hoa }));
      await createRecords(await w.as(blind), 'box', four);
      await readOn();
    }
    const { items } = await listNotices(await w.as(hoa));
    const mine = items.filter(({ actor }) => actor?.id === blind);
    expect(mine).toHaveLength(21);
    expect(mine[0]?.params).toEqual({ count: 4, of: 'box' });
    await markRead();
  });

  it('once, however many read the events, and also when reading fails in between', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => make(lan, { owner: minh })));
    const failing = withTransaction(await w.system(), async (ctx) => {
      await tellOfChanges(ctx);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    const ctx = await w.system();
    await Promise.all(Array.from({ length: 4 }, () => tellOfChanges(ctx)));
    for (const id of ids) expect(await brief(id)).toEqual(['Minh: assigned by Lan']);
  });

  it('of all the others when one event cannot be told', async () => {
    const [broken, right] = [await make(lan, { owner: minh }), await make(lan, { owner: hoa })];
    await w.database.owner.query(
      `update ${qualified(w.schema, 'history')} set changes = '{"owner": 5}' where record_id = $1`,
      [broken],
    );
    expect(await brief(right)).toEqual(['Hoa: assigned by Lan']);
    expect(await brief(broken)).toEqual([]);
    expect(await brief(await make(lan, { owner: hoa }))).toEqual(['Hoa: assigned by Lan']);
  });

  it('goes on behind the end when the position is of another database', async () => {
    await readOn();
    const { db } = await w.system();
    await db.query(
      `update ${qualified(w.schema, 'outbox_reader')} set transaction = '9000000000000'`,
      [],
    );
    await readOn();
    expect(await brief(await make(lan, { owner: minh }))).toEqual(['Minh: assigned by Lan']);
  });
});

describe('notify', () => {
  const count = async (key: string) => {
    const { db } = await w.system();
    const [row] = await db.query(
      `select count(*)::int from ${qualified(w.schema, 'notice')} where key = $1`,
      [key],
    );
    return row?.[0];
  };

  it('tells a member of one key once, for ever, and never who did it', async () => {
    const ctx = await w.as(lan);
    const notice = {
      kind: 'forgotten',
      object: 'box',
      recordId: await make(lan),
      key: 'k1',
    } as const;
    await notify(ctx, [
      { ...notice, member: lan },
      { ...notice, member: minh },
      { ...notice, member: minh },
    ]);
    await notify(ctx, [{ ...notice, member: minh }]);
    expect(await count('k1')).toBe(1);
  });

  it('is undone with the transaction it was called in', async () => {
    const undone = withTransaction(await w.as(lan), async (ctx) => {
      await notify(ctx, [{ member: minh, kind: 'forgotten', key: 'k2' }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await count('k2')).toBe(0);
  });
});
