import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#server/testing/eventually.ts';
import type { Ctx } from '../context.ts';
import { listHistory } from '../history/list-history.ts';
import { createRecords, get, updateRecords } from '../records/index.ts';
import { shareRecord, unshareRecord } from '../sharing/share-record.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { mergeTag, removeTag, updateTag } from './change-tags.ts';
import { learnAllTags } from './learn-all-tags.ts';
import { countTags, suggestTags, type Tag } from './list-tags.ts';
import { replaceTagJob } from './replace-tag.ts';

let w: TestWorkspace;
let boss: string;
let clerk: string;
beforeAll(async () => {
  w = await testWorkspace();
  boss = await w.addMember(await w.addRole('administrator'));
  clerk = await w.addMember(await w.addRole({ '*': rightsOf('own') }));
});

const field = 'box.marks';
const code = (expected: string) => expect.objectContaining({ code: expected });

async function make(memberId: string, marks: string[]): Promise<string> {
  const [box] = await createRecords(await w.as(memberId), 'box', [{ name: 'Hộp', marks }]);
  return String(box?.id);
}

const known = (ctx: Ctx, name: string): Promise<Tag> =>
  eventually(async () =>
    (await suggestTags(ctx, field, { q: name, limit: 100 })).find((tag) => tag.name === name),
  );

/** Does what the queue holds for tags, as the worker would, and takes it off. */
async function workOff(): Promise<void> {
  const ctx = await w.as(boss);
  const { rows } = await w.database.app.query<{ id: string; payload: Record<string, unknown> }>(
    `select j.id, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'replaceTag' and j.payload ->> 'workspaceId' = $1 order by j.id`,
    [w.id],
  );
  for (const { id, payload } of rows) {
    await replaceTagJob.run(ctx, { ...payload, workspaceId: w.id }, () => w.as(boss));
    await w.database.app.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  }
}

describe('tags', () => {
  it('become known by being used, in the first spelling, and are suggested without accents', async () => {
    const ctx = await w.as(clerk);
    await make(clerk, ['Thích trà', 'Đỗ Quyên']);
    await known(ctx, 'Đỗ Quyên');
    await make(clerk, ['đỗ quyên', 'Ưa trà']);
    await known(ctx, 'Ưa trà');
    const names = async (q: string) =>
      (await suggestTags(ctx, field, { q })).map(({ name }) => name);
    expect(await names('do q')).toEqual(['Đỗ Quyên']);
    expect(await names('TRA')).toEqual(['Thích trà', 'Ưa trà']);
    expect(await names('u')).toEqual(['Ưa trà', 'Đỗ Quyên']);
    expect(await names('%')).toEqual([]);
    const { items } = await countTags(ctx, field);
    expect(items).toMatchObject([
      { name: 'Đỗ Quyên', count: 2 },
      { name: 'Thích trà', count: 1 },
      { name: 'Ưa trà', count: 1 },
    ]);
  });

  it('count only records that one sees, and are not told of a hidden field', async () => {
    await make(boss, ['Riêng']);
    await known(await w.as(boss), 'Riêng');
    const count = async (memberId: string) =>
      (await countTags(await w.as(memberId), field)).items.find(({ name }) => name === 'Riêng')
        ?.count;
    expect([await count(boss), await count(clerk)]).toEqual([1, undefined]);
    const blind = await w.addMember(
      await w.addRole({ '*': rightsOf('all', { fields: { marks: 'hidden' } }) }),
    );
    const stranger = await w.addMember(await w.addRole({ toy: rightsOf('all') }));
    for (const memberId of [blind, stranger])
      await expect(suggestTags(await w.as(memberId), field)).rejects.toThrow(code('invalid'));
    for (const name of ['box.name', 'box', 'none.marks', 'box.marks.x'])
      await expect(suggestTags(await w.as(boss), name)).rejects.toThrow(code('invalid'));
  });

  it('of records out of reach are not suggested, unless an administrator gave them a colour', async () => {
    const id = await make(boss, ['Nợ xấu mật', 'Chung Chạ']);
    await make(clerk, ['CHUNG CHẠ']);
    const secret = await known(await w.as(boss), 'Nợ xấu mật');
    await known(await w.as(boss), 'Chung Chạ');
    const ctx = await w.as(clerk);
    const names = async (q: string) =>
      (await suggestTags(ctx, field, { q })).map(({ name }) => name);
    expect(await names('no xau')).toEqual([]);
    // In the spelling of the catalogue, whichever is theirs.
    expect(await names('chung')).toEqual(['Chung Chạ']);
    await shareRecord(await w.as(boss), 'box', id, { grantee: { member: clerk }, level: 'read' });
    expect(await names('no xau')).toEqual(['Nợ xấu mật']);
    await unshareRecord(await w.as(boss), 'box', id, clerk);
    expect(await names('no xau')).toEqual([]);
    await updateTag(await w.as(boss), secret.id, { color: 'red' });
    expect(await names('no xau')).toEqual(['Nợ xấu mật']);
  });

  it('are renamed over all records in every spelling, with history', async () => {
    const ctx = await w.as(boss);
    const ids = [await make(clerk, ['Gấp', 'khác'])];
    // Spellings are learned after they are saved: the second could come before the first.
    const tag = await known(ctx, 'Gấp');
    ids.push(await make(boss, ['GẤP']));
    await expect(updateTag(await w.as(clerk), tag.id, { name: 'x' })).rejects.toThrow(
      code('forbidden'),
    );
    expect(await updateTag(ctx, tag.id, { name: ' Khẩn ', color: 'red' })).toMatchObject({
      name: 'Khẩn',
      color: 'red',
    });
    await workOff();
    expect(await get(ctx, 'box', ids[0] ?? '')).toMatchObject({ marks: ['Khẩn', 'khác'] });
    expect(await get(ctx, 'box', ids[1] ?? '')).toMatchObject({ marks: ['Khẩn'] });
    const { items } = await listHistory(ctx, 'box', ids[1] ?? '');
    expect(items[0]).toMatchObject({ action: 'update', changes: { marks: [['GẤP'], ['Khẩn']] } });
    await workOff();
    expect((await get(ctx, 'box', ids[1] ?? '')).version).toBe(2);
    const other = await known(ctx, 'khác');
    await expect(updateTag(ctx, other.id, { name: 'KHẨN' })).rejects.toThrow(code('conflict'));
    await expect(updateTag(ctx, other.id, { name: 'x'.repeat(61) })).rejects.toThrow(
      code('invalid'),
    );
    await expect(updateTag(ctx, other.id, { name: ' ' })).rejects.toThrow(code('invalid'));
  });

  it('are merged and removed', async () => {
    const both = await make(clerk, ['Một', 'Hai', 'Ba']);
    const one = await make(clerk, ['Hai']);
    const ctx = await w.as(boss);
    const hai = await known(ctx, 'Hai');
    const mot = await known(ctx, 'Một');
    const ba = await known(ctx, 'Ba');
    await expect(mergeTag(ctx, hai.id, hai.id)).rejects.toThrow(code('invalid'));
    await mergeTag(ctx, hai.id, mot.id);
    await removeTag(ctx, ba.id);
    await workOff();
    expect(await get(ctx, 'box', both)).toMatchObject({ marks: ['Một'] });
    expect(await get(ctx, 'box', one)).toMatchObject({ marks: ['Một'] });
    const names = (await countTags(ctx, field)).items.map(({ name }) => name);
    expect(names).not.toContain('Hai');
    expect(names).not.toContain('Ba');
    await updateRecords(await w.as(clerk), 'box', [{ id: one, values: { marks: ['Hai'] } }]);
    await known(ctx, 'Hai');
  });

  it('that were not noted are found at night', async () => {
    const ctx = await w.system();
    await make(clerk, ['Sót']);
    await known(ctx, 'Sót');
    await w.database.app.query(`delete from ${w.schema}.tag`);
    await learnAllTags(ctx);
    expect(await suggestTags(ctx, field, { q: 'sot' })).toHaveLength(1);
  });
});
