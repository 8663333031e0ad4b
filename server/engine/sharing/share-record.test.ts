import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../directory.ts';
import { listHistory } from '../history/list-history.ts';
import { createRecords, get, list, removeRecords, updateRecords } from '../records/index.ts';
import { search } from '../search/search.ts';
import { followRecord, listFollowers, unfollowRecord } from '../followers/follow-record.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { listShares, shareRecord, unshareRecord, type ShareLevel } from './share-record.ts';

let w: TestWorkspace;
let own: string;
let owner: string;
let colleague: string;
let colleagueTeam: string;
beforeAll(async () => {
  w = await testWorkspace();
  own = await w.addRole({ '*': rightsOf('own') });
  owner = await w.addMember(own, [await w.addTeam('Nhà')]);
  colleagueTeam = await w.addTeam('Xa');
  colleague = await w.addMember(own, [colleagueTeam]);
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function makeBox(memberId = owner, name = 'Hộp chung'): Promise<string> {
  const [box] = await createRecords(await w.as(memberId), 'box', [{ name }]);
  return String(box?.id);
}

const share = async (by: string, id: string, member: string, level: ShareLevel) =>
  shareRecord(await w.as(by), 'box', id, { grantee: { member }, level });

/** What a member can learn of a record, by every way there is. */
async function seenBy(memberId: string, id: string, word: string) {
  const ctx = await w.as(memberId);
  const where = { field: 'id', op: 'eq', value: id };
  const { items, total } = await list(ctx, 'box', { where });
  const found = await search(ctx, word, {});
  const openable = await get(ctx, 'box', id).then(
    () => true,
    () => false,
  );
  const history = await listHistory(ctx, 'box', id).then(
    () => true,
    () => false,
  );
  return [
    openable,
    items.length === 1,
    total.value === 1,
    found.items.some((item) => item.id === id),
    history,
  ];
}

describe('sharing one record', () => {
  it('opens it everywhere at once, for a member or a team, and closes it again', async () => {
    const grantees = [{ member: colleague }, { team: colleagueTeam }];
    for (const [i, grantee] of grantees.entries()) {
      const id = await makeBox(owner, `Chung${i}zq`);
      expect(await seenBy(colleague, id, `chung${i}zq`)).not.toContain(true);
      const shares = await shareRecord(await w.as(owner), 'box', id, { grantee, level: 'read' });
      expect(shares).toMatchObject([{ grantee: { id: Object.values(grantee)[0] }, level: 'read' }]);
      expect(await seenBy(colleague, id, `chung${i}zq`)).not.toContain(false);
      await expect(
        updateRecords(await w.as(colleague), 'box', [{ id, values: { pieces: 1 } }]),
      ).rejects.toThrow(code('forbidden'));
      await unshareRecord(await w.as(owner), 'box', id, Object.values(grantee)[0] ?? '');
      expect(await seenBy(colleague, id, `chung${i}zq`)).not.toContain(true);
    }
  });

  it('opens it to a role, and to everyone, of now and later', async () => {
    const mate = await w.addMember(own);
    const other = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    const id = await makeBox(owner, 'Vaizq');
    const to = async (grantee: Parameters<typeof shareRecord>[3]['grantee']) =>
      shareRecord(await w.as(owner), 'box', id, { grantee, level: 'read' });
    expect(await to({ role: own })).toMatchObject([{ grantee: { kind: 'role', title: 'Role' } }]);
    expect(await seenBy(mate, id, 'vaizq')).not.toContain(false);
    expect(await seenBy(other, id, 'vaizq')).not.toContain(true);
    await expect(to({ role: owner })).rejects.toThrow(code('invalid'));
    const [, everyone] = await to({ everyone: true });
    expect(everyone?.grantee).toMatchObject({ kind: 'everyone', id: w.id });
    const late = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
    for (const who of [other, late]) expect(await seenBy(who, id, 'vaizq')).not.toContain(false);
    await unshareRecord(await w.as(owner), 'box', id, w.id);
    expect(await seenBy(late, id, 'vaizq')).not.toContain(true);
    const { items } = await listHistory(await w.as(owner), 'box', id);
    expect(items.map(({ changes }) => changes['$share'])).toMatchObject([
      [{ everyone: { id: w.id } }, null],
      [null, { everyone: { id: w.id } }],
      [null, { role: { id: own, title: 'Role' } }],
      undefined,
    ]);
  });

  it('lets the grantee change it at the level update, and share it further, but no further than that', async () => {
    const id = await makeBox();
    await share(owner, id, colleague, 'read');
    const third = await w.addMember(own);
    await expect(share(colleague, id, third, 'read')).rejects.toThrow(code('forbidden'));
    await share(owner, id, colleague, 'update');
    const ctx = await w.as(colleague);
    await updateRecords(ctx, 'box', [{ id, values: { pieces: 7 } }]);
    await share(colleague, id, third, 'read');
    expect((await listShares(await w.as(third), 'box', id)).map(({ level }) => level)).toEqual([
      'update',
      'read',
    ]);
  });

  it('stands in the history with the names of people', async () => {
    const id = await makeBox();
    await share(owner, id, colleague, 'read');
    await share(owner, id, colleague, 'read');
    await share(owner, id, colleague, 'update');
    await unshareRecord(await w.as(colleague), 'box', id, colleague);
    const { items } = await listHistory(await w.as(owner), 'box', id);
    expect(items.map(({ action }) => action)).toEqual(['unshare', 'share', 'share', 'create']);
    const { name } = (await w.as(owner)).directory.members.get(colleague) ?? {};
    expect(items[1]?.changes).toEqual({
      $share: [
        { member: { id: colleague, title: name }, level: 'read' },
        { member: { id: colleague, title: name }, level: 'update' },
      ],
    });
  });

  it('answers like a missing record to who may not see it, and refuses who is not there', async () => {
    const id = await makeBox();
    await expect(share(colleague, id, colleague, 'read')).rejects.toThrow(code('notFound'));
    await expect(share(owner, id, w.id, 'read')).rejects.toThrow(code('invalid'));
    await expect(unshareRecord(await w.as(owner), 'box', id, colleague)).rejects.toThrow(
      code('notFound'),
    );
    const [card] = await createRecords(await w.system(), 'colourCard', [{ name: 'x' }]);
    await expect(
      shareRecord(await w.system(), 'colourCard', String(card?.id), {
        grantee: { member: colleague },
        level: 'read',
      }),
    ).rejects.toThrow(code('invalid'));
  });

  it('gives nothing to a role that has no right to the object', async () => {
    const outsider = await w.addMember(await w.addRole({ toy: rightsOf('own') }));
    const id = await makeBox();
    await share(owner, id, outsider, 'update');
    expect(await seenBy(outsider, id, 'hộp')).not.toContain(true);
  });

  it('never reveals more than what is owned, in the team, or granted, whatever is shared', async () => {
    const teams = [await w.addTeam('A'), await w.addTeam('B')];
    const scopes: Scope[] = ['own', 'team', 'none', 'all'];
    const members = await Promise.all(
      scopes.map(async (scope, i) =>
        w.addMember(await w.addRole({ '*': rightsOf(scope) }), [teams[i % 2] ?? '']),
      ),
    );
    const boxes: { id: string; owner: number }[] = [];
    for (const i of [0, 1, 3, 0, 1, 3])
      boxes.push({ id: await makeBox(members[i], `p${boxes.length}`), owner: i });
    const grant = fc.record({
      box: fc.nat({ max: boxes.length - 1 }),
      to: fc.oneof(
        fc.record({ member: fc.nat({ max: 3 }) }),
        fc.record({ team: fc.nat({ max: 1 }) }),
      ),
      level: fc.constantFrom<ShareLevel>('read', 'update'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { maxLength: 6 }), async (grants) => {
        const system = await w.system();
        for (const { box, to, level } of grants) {
          const grantee =
            'member' in to ? { member: members[to.member] ?? '' } : { team: teams[to.team] ?? '' };
          await shareRecord(system, 'box', boxes[box]?.id ?? '', { grantee, level });
        }
        for (const [m, member] of members.entries()) {
          const ctx = await w.as(member);
          const { items } = await list(ctx, 'box', { limit: 200 });
          const seen = new Set(items.map(({ id }) => id));
          for (const [b, { id, owner: by }] of boxes.entries()) {
            const last = grants.findLast(
              ({ box, to }) => box === b && 'member' in to && to.member === m,
            );
            const team = grants.findLast(
              ({ box, to }) => box === b && 'team' in to && to.team === m % 2,
            );
            const mine =
              scopes[m] === 'all' ||
              (scopes[m] === 'own' && by === m) ||
              (scopes[m] === 'team' && (by === m || by % 2 === m % 2));
            const given = scopes[m] !== 'none' && (last !== undefined || team !== undefined);
            expect(seen.has(id)).toBe(mine || given);
            const updates =
              mine ||
              (scopes[m] !== 'none' && (last?.level === 'update' || team?.level === 'update'));
            const wrote = await updateRecords(ctx, 'box', [
              { id, values: { pieces: Math.floor(Math.random() * 1e6) } },
            ]).then(
              () => true,
              () => false,
            );
            expect(wrote).toBe(updates);
          }
        }
        await w.database.app.query(`delete from ${w.schema}.share`);
      }),
      { numRuns: 15 },
    );
  });
});

describe('followers', () => {
  it('are those who see the record; who may change it adds others, but nobody blind', async () => {
    const id = await makeBox();
    const ctx = await w.as(owner);
    await expect(followRecord(ctx, 'box', id, [colleague])).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'members.0', code: 'notFound' }],
    });
    await expect(followRecord(await w.as(colleague), 'box', id, [colleague])).rejects.toThrow(
      code('notFound'),
    );
    await share(owner, id, colleague, 'read');
    await followRecord(ctx, 'box', id, [colleague, owner]);
    await followRecord(ctx, 'box', id, [owner]);
    const all = await listFollowers(await w.as(colleague), 'box', id);
    expect(all.map(({ member }) => member.id).toSorted()).toEqual([colleague, owner].toSorted());
    await expect(unfollowRecord(await w.as(colleague), 'box', id, owner)).rejects.toThrow(
      code('forbidden'),
    );
    await unfollowRecord(await w.as(colleague), 'box', id, colleague);
    await expect(unfollowRecord(ctx, 'box', id, colleague)).rejects.toThrow(code('notFound'));
  });

  it('may stop following what they no longer see', async () => {
    const id = await makeBox();
    await share(owner, id, colleague, 'read');
    await followRecord(await w.as(colleague), 'box', id, [colleague]);
    await unshareRecord(await w.as(owner), 'box', id, colleague);
    await unfollowRecord(await w.as(colleague), 'box', id, colleague);
    expect(await listFollowers(await w.as(owner), 'box', id)).toEqual([]);
  });

  it('of a removed record are not listed', async () => {
    const id = await makeBox();
    await removeRecords(await w.as(owner), 'box', [{ id }]);
    await expect(listFollowers(await w.as(owner), 'box', id)).rejects.toThrow(code('notFound'));
  });
});
