import { beforeAll, describe, expect, it } from 'vitest';
import type { ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords, list, mergeRecords, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { convertLead } from './convert-lead.ts';
import { lead } from './lead.object.ts';

let workspace: TestWorkspace;
let ctx: Ctx;
beforeAll(async () => {
  workspace = await testWorkspace(declarations);
  ctx = await workspace.as(
    await workspace.addMember(await workspace.addRole({ '*': rightsOf('all') })),
  );
});

const make = async (values: object) => {
  const [made] = await createRecords(ctx, 'lead', [values]);
  if (!made) throw new Error('nothing was made');
  return made;
};
const change = async (id: string, values: object) =>
  (await updateRecords(ctx, 'lead', [{ id, values }]))[0];
const refusal = (path: string, code: string) => ({ errors: [{ path, code }] });

describe('a lead', () => {
  it.each([
    [{ name: 'Bùi An', company: 'Công ty Xanh' }, 'Bùi An – Công ty Xanh'],
    [{ company: 'Công ty Xanh' }, 'Công ty Xanh'],
    [{ phones: ['0901234567'] }, '+84901234567'],
    [{ emails: ['ai@do.test'] }, 'ai@do.test'],
    [{ zalo: 'zalo.me/ai' }, 'zalo.me/ai'],
  ])('is known by what is known of it: %j', async (values, displayName) => {
    expect(await make(values)).toMatchObject({ displayName, status: 'new' });
  });

  it('follows a new name', async () => {
    const { id } = await make({ name: 'Tên Cũ' });
    expect(await change(id, { name: 'Tên Mới' })).toMatchObject({ displayName: 'Tên Mới' });
  });

  it('says who it is or how to reach them', async () => {
    await expect(make({ interest: 'Mua nhiều' })).rejects.toMatchObject(
      refusal('name', 'required'),
    );
  });

  it('says why it is unqualified, and no longer once it is not', async () => {
    const { id } = await make({ name: 'Không Mua' });
    const needed = refusal('unqualifiedReason', 'required');
    await expect(change(id, { status: 'unqualified' })).rejects.toMatchObject(needed);
    await change(id, { status: 'unqualified', unqualifiedReason: 'noBudget' });
    await expect(change(id, { unqualifiedReason: null })).rejects.toMatchObject(needed);
    expect(await change(id, { status: 'contacted' })).toMatchObject({ unqualifiedReason: null });
  });

  it('is not converted by writing so', async () => {
    const refused = refusal('status', 'notWritable');
    await expect(make({ name: 'Tự Nhận', status: 'converted' })).rejects.toMatchObject(refused);
    const { id } = await make({ name: 'Tự Nhận' });
    await expect(change(id, { status: 'converted' })).rejects.toMatchObject(refused);
  });

  it('that another system converted comes in with an import', async () => {
    const heard: ValueError[] = [];
    const [made] = await createRecords(ctx, 'lead', [{ name: 'Cũ', status: 'converted' }], {
      trusted: true,
      warn: (error) => heard.push(error),
    });
    expect(made).toMatchObject({ status: 'converted' });
    expect(heard).toEqual([{ path: 'status', code: 'notWritable' }]);
  });

  it('stays as it was once converted, but for notes, who follows it, and a "no"', async () => {
    const { id } = await make({ name: 'Xong Rồi', rating: 'hot' });
    await convertLead(ctx, id, { account: null, contact: { create: {} } });
    const wrong = change(id, { rating: 'cold', status: 'new', company: 'Thêm' });
    await expect(wrong).rejects.toMatchObject({
      errors: expect.arrayContaining([
        { path: 'rating', code: 'readOnly' },
        { path: 'status', code: 'readOnly' },
        { path: 'company', code: 'readOnly' },
      ]),
    });
    const open = { notes: 'Gọi lại sau Tết', doNotCall: true, owner: null };
    expect(await change(id, open)).toMatchObject(open);
  });
});

it('leaves out of the calls who must not be called, and who only gets marketing', async () => {
  const phones = ['0966000111'];
  const [wanted] = await createRecords(ctx, 'lead', [
    { name: 'Gọi Được', phones, campaign: 'calls' },
    { name: 'Từ Chối', phones, campaign: 'calls', doNotCall: true },
    { name: 'Tiếp Thị', phones, campaign: 'calls', marketingOnly: true },
    { name: 'Không Số', campaign: 'calls' },
    { name: 'Hỏng', phones, campaign: 'calls', status: 'unqualified', unqualifiedReason: 'other' },
  ]);
  const view = lead.views?.find(({ key }) => key === 'toCall');
  const where = { and: [view?.where, { field: 'campaign', op: 'eq', value: 'calls' }] };
  const { items } = await list(ctx, 'lead', { where, sort: view?.sort });
  expect(items.map(({ id }) => id)).toEqual([wanted?.id]);
});

describe('leads that are one', () => {
  it('are converted when one of them was, with its links', async () => {
    const fresh = await make({ name: 'Hai Lần', phones: ['0900000001'] });
    const old = await make({ name: 'Hai Lần', doNotCall: true });
    const closed = await convertLead(ctx, old.id, { account: null, contact: { create: {} } });
    const { record } = await mergeRecords(ctx, 'lead', fresh.id, { ids: [old.id] });
    expect(record).toMatchObject({
      status: 'converted',
      convertedContact: closed.lead['convertedContact'],
      convertedAt: closed.lead['convertedAt'],
      phones: ['+84900000001'],
      doNotCall: true,
    });
  });

  it('leave a converted one as it was, but for notes and a "no"', async () => {
    const done = await make({ name: 'Đã Xong', rating: 'hot' });
    await convertLead(ctx, done.id, { account: null, contact: { create: {} } });
    const late = await make({ name: 'Da Xong', company: 'Mới', notes: 'Gọi lại', doNotSms: true });
    const { record } = await mergeRecords(ctx, 'lead', done.id, { ids: [late.id] });
    expect(record).toMatchObject({
      status: 'converted',
      rating: 'hot',
      company: null,
      notes: 'Gọi lại',
      doNotSms: true,
    });
  });
});
