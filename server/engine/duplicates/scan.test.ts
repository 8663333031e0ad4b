import { beforeEach, describe, expect, it } from 'vitest';
import { createRecords, updateRecords } from '../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { dismissGroup } from './dismiss-group.ts';
import { listGroups } from './list-groups.ts';
import { getRun, startRun } from './runs.ts';
import { scanDuplicates } from './scan.ts';

let w: TestWorkspace;
beforeEach(async () => {
  w = await testWorkspace();
});

async function scan() {
  const ctx = await w.system();
  const run = await startRun(ctx, { object: 'box', kind: 'scan' });
  await scanDuplicates(ctx, 'box', run);
  return getRun(ctx, run);
}

async function make(inputs: object[], memberId?: string) {
  const ctx = memberId === undefined ? await w.system() : await w.as(memberId);
  return (await createRecords(ctx, 'box', inputs)).map(({ id }) => id);
}

const groups = async (memberId?: string, query = {}) => {
  const ctx = memberId === undefined ? await w.system() : await w.as(memberId);
  const { items } = await listGroups(ctx, { object: 'box', ...query });
  return items.map(({ score, members }) => ({ score, ids: members.map(({ id }) => id) }));
};

describe('scanDuplicates', () => {
  it('groups what is connected, with the score of the weakest link that holds it together', async () => {
    const [a, b, c] = await make([
      { name: 'Công ty Gió Mới', phones: ['0901000001'] },
      { name: 'Gió Mới', phones: ['0901000001'] },
      { name: 'GIÓ MỚI JSC', phones: ['0901000009'] },
      { name: 'Khác hẳn', phones: ['0901000007'] },
    ]);
    expect(await scan()).toMatchObject({
      state: 'done',
      outcome: { groups: 1, records: 3, complete: true, weak: [] },
    });
    expect(await groups()).toEqual([{ score: 60, ids: [a, b, c] }]);
    expect(await groups(undefined, { minScore: 61 })).toEqual([]);
  });

  it('keeps ids and dismissals until somebody new joins', async () => {
    const [a, b] = await make([{ name: 'Sao Mai' }, { name: 'Cty Sao Mai' }]);
    await scan();
    const ctx = await w.system();
    const [group] = (await listGroups(ctx, { object: 'box' })).items;
    await dismissGroup(ctx, String(group?.id));
    await scan();
    expect(await groups()).toEqual([]);
    expect(await groups(undefined, { dismissed: true })).toEqual([{ score: 60, ids: [a, b] }]);
    const [c] = await make([{ name: 'Sao Mai' }]);
    await scan();
    const { items } = await listGroups(ctx, { object: 'box' });
    expect(items).toMatchObject([{ id: group?.id, members: [{ id: a }, { id: b }, { id: c }] }]);
  });

  it('forgets a group whose records differ by now', async () => {
    const [a = ''] = await make([{ name: 'Trăng Rằm' }, { name: 'Trăng Rằm' }]);
    await scan();
    await updateRecords(await w.system(), 'box', [{ id: a, values: { name: 'Trăng Khuyết' } }]);
    await scan();
    expect(await groups()).toEqual([]);
    const rows = await (
      await w.system()
    ).tables
      .selectFrom('duplicate_group_member')
      .selectAll()
      .execute();
    expect(rows).toEqual([]);
  });

  it('reports a key that too many share instead of grouping by it', async () => {
    await make(Array.from({ length: 51 }, (_, i) => ({ name: `Tên ${i}`, phones: ['19001234'] })));
    expect(await scan()).toMatchObject({
      outcome: { groups: 0, weak: [{ rule: 'phone', records: 51 }] },
    });
  });

  it('shows each actor only what they may see, by what they may see', async () => {
    const own = await w.addRole({ '*': rightsOf('own') });
    const blind = await w.addRole({ '*': rightsOf('all', { fields: { phones: 'hidden' } }) });
    const reader = await w.addRole({ '*': rightsOf('all', { update: 'none' }) });
    const [me, other] = [await w.addMember(own), await w.addMember(own)];
    const [watcher, guest] = [await w.addMember(blind), await w.addMember(reader)];
    const same = { name: 'Đại Dương', phones: ['0905000000'] };
    const [a, b] = await make([same, same], me);
    const [c] = await make([same], other);
    await scan();
    expect(await groups(me)).toEqual([{ score: 100, ids: [a, b] }]);
    expect(await groups(other)).toEqual([]);
    expect(await groups(watcher)).toEqual([{ score: 60, ids: [a, b, c] }]);
    const [group] = (await listGroups(await w.as(guest), { object: 'box' })).items;
    const id = String(group?.id);
    await expect(dismissGroup(await w.as(guest), id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(dismissGroup(await w.as(other), id)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('ties no records to each other by one that the actor may not see', async () => {
    const own = await w.addRole({ '*': rightsOf('own') });
    const [me, other] = [await w.addMember(own), await w.addMember(own)];
    const [a, b] = await make(
      [{ name: 'Hải Âu' }, { name: 'Cty Hải Âu', phones: ['0906000001'] }],
      me,
    );
    await make([{ name: 'Khác', phones: ['0906000001', '0906000002'] }], other);
    const [d] = await make([{ name: 'Xa', phones: ['0906000002'] }], me);
    await scan();
    expect((await groups())[0]?.ids).toHaveLength(4);
    const { items } = await listGroups(await w.as(me), { object: 'box' });
    const reasons = [{ field: 'name', match: 'companyName' }];
    expect(items).toMatchObject([
      {
        score: 60,
        reasons,
        members: [
          { id: a, score: 60, reasons },
          { id: b, score: 60, reasons },
        ],
      },
    ]);
    expect(items.flatMap(({ members }) => members.map(({ id }) => id))).not.toContain(d);
    expect(await groups(me, { minScore: 61 })).toEqual([]);
    expect(await groups(other)).toEqual([]);
  });

  it('tells no title that is hidden', async () => {
    const nameless = await w.addRole({ '*': rightsOf('all', { fields: { name: 'hidden' } }) });
    await make([
      { name: 'Kín', phones: ['0907000001'] },
      { name: 'Kín', phones: ['0907000001'] },
    ]);
    await scan();
    const { items } = await listGroups(await w.as(await w.addMember(nameless)), { object: 'box' });
    expect(items).toMatchObject([{ score: 80, members: [{ title: '' }, { title: '' }] }]);
  });

  it('pages through the groups without losing one', async () => {
    const inputs = Array.from({ length: 12 }, (_, i) => ({
      name: `Nhóm ${Math.floor(i / 2)}`,
      ...(i % 4 < 2 && { phones: [`090200000${Math.floor(i / 4)}`] }),
    }));
    await make(inputs);
    await scan();
    const ctx = await w.system();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listGroups(ctx, { object: 'box', limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
    await expect(listGroups(ctx, { object: 'box', cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(listGroups(ctx, { object: 'toy' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('makes keys for records that were there before the rules', async () => {
    await make([{ name: 'Cũ Kỹ' }, { name: 'Cũ Kỹ' }]);
    const ctx = await w.system();
    await ctx.tables.deleteFrom('match_key').execute();
    await scan();
    expect(await groups()).toHaveLength(1);
  });
});
