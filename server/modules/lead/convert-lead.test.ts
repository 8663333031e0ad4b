import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { listHistory } from '#engine/history/list-history.ts';
import { listTimeline } from '#engine/timeline/list-timeline.ts';
import { createRecords, get, list, updateRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { convertLead } from './convert-lead.ts';

let workspace: TestWorkspace;
let seller: Ctx;
let sellerId: string;
let team: string;

beforeAll(async () => {
  workspace = await testWorkspace(declarations);
  team = await workspace.addTeam('Bán hàng');
  sellerId = await workspace.addMember(await workspace.addRole({ '*': rightsOf('team') }), [team]);
  seller = await workspace.as(sellerId);
});

const make = async (object: string, values: object, ctx: Ctx = seller) => {
  const [made] = await createRecords(ctx, object, [values]);
  if (!made) throw new Error('nothing was made');
  return made;
};
const count = async (object: string) => {
  const all = await list(await workspace.system(), object, { limit: 1 });
  return all.total.value;
};
const counts = async () => [await count('account'), await count('contact')];

const hoaSen = {
  name: 'Nguyễn Thị Mai',
  formOfAddress: 'chi',
  company: 'Công ty TNHH Hoa Sen Việt',
  jobTitle: 'Trưởng phòng mua hàng',
  taxCode: '0100109106',
  phones: ['0901 234 567'],
  emails: ['mai@hoasen.test'],
  bestTime: 'sau 16 giờ',
  source: 'event',
  interest: 'Hộp quà Tết cho 200 nhân viên',
  notes: 'Gặp ở hội chợ',
  preferences: ['hương gỗ'],
  doNotSms: true,
  address: { line1: '12 Tràng Thi', provinceCode: '01' },
};

const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted();

describe('convertLead', () => {
  it('takes what was done with the lead along, whoever did it', async () => {
    const lead = await make('lead', { name: 'Trần Văn Bình', company: 'Bình Minh' });
    const other = await make('account', { name: 'Khách khác' });
    const call = await make('activity', { kind: 'call', lead: lead.id });
    const elsewhere = await make('activity', { kind: 'visit', lead: lead.id, account: other.id });
    const foreign = await make(
      'activity',
      { kind: 'note', lead: lead.id, description: 'của sếp' },
      await workspace.system(),
    );
    const { account, contact } = await convertLead(seller, lead.id, {
      account: { create: {} },
      contact: { create: {} },
    });
    const both = { account: { id: account?.id }, contacts: [{ id: contact?.id }] };
    const system = await workspace.system();
    expect(await get(system, 'activity', call.id)).toMatchObject(both);
    expect(await get(system, 'activity', foreign.id)).toMatchObject(both);
    expect(await get(system, 'activity', elsewhere.id)).toMatchObject({
      account: { id: other.id },
      otherAccounts: [{ id: account?.id }],
    });
    const thread = await listTimeline(seller, 'account', String(account?.id), {
      show: 'activity.talks',
    });
    expect(ids(thread.upcoming)).toEqual(ids([call, elsewhere]));
    expect((await listTimeline(seller, 'contact', String(contact?.id))).upcoming).toHaveLength(2);
  });

  it('makes a customer and a contact of what the lead says, and closes the lead', async () => {
    const lead = await make('lead', hoaSen);
    const made = await convertLead(seller, lead.id, {
      account: { create: { potential: 'a' } },
      contact: { create: {} },
      version: 1,
    });
    expect(made.account).toMatchObject({
      name: hoaSen.company,
      kind: 'company',
      taxCode: hoaSen.taxCode,
      stage: 'inTalks',
      roles: ['prospect'],
      potential: 'a',
      source: 'event',
      region: 'north',
      billingAddress: { line1: '12 Tràng Thi', provinceCode: '01' },
      phones: null,
      owner: { id: sellerId },
      team: { id: team },
    });
    expect(made.contact).toMatchObject({
      name: { full: 'Nguyễn Thị Mai', given: 'Mai' },
      formOfAddress: 'chi',
      jobTitle: hoaSen.jobTitle,
      phones: ['+84901234567'],
      emails: hoaSen.emails,
      bestTime: 'sau 16 giờ',
      preferences: ['hương gỗ'],
      notes: 'Hộp quà Tết cho 200 nhân viên\n\nGặp ở hội chợ',
      doNotSms: true,
      doNotCall: null,
      account: { id: made.account?.id },
    });
    expect(made.lead).toMatchObject({
      status: 'converted',
      convertedAccount: { id: made.account?.id, title: hoaSen.company },
      convertedContact: { id: made.contact?.id },
      convertedAt: expect.any(String),
      version: 2,
    });
    expect(await get(seller, 'lead', lead.id)).toEqual(made.lead);
    const { items } = await listHistory(seller, 'lead', lead.id, {});
    expect(items).toHaveLength(2);
  });

  it('makes a private customer of a person without a company, with everything of theirs', async () => {
    const { company: _company, taxCode: _taxCode, ...person } = hoaSen;
    const lead = await make('lead', { ...person, name: 'Trần Bình', phones: ['0911222333'] });
    const { account, contact } = await convertLead(seller, lead.id, {
      account: { create: {} },
      contact: null,
    });
    expect(contact).toBeNull();
    expect(account).toMatchObject({
      name: 'Trần Bình',
      kind: 'person',
      phones: ['+84911222333'],
      preferences: ['hương gỗ'],
      doNotSms: true,
      formOfAddress: 'chi',
    });
  });

  it('attaches to existing records, which gain what they lack and lose nothing', async () => {
    const first = await make('account', { name: 'Công ty cũ', phones: ['02438251234'] });
    const other = await make('account', { name: 'Công ty khác' });
    const contact = await make('contact', {
      name: 'Lê Văn Cũ',
      account: first.id,
      phones: ['0987654321'],
      jobTitle: 'Giám đốc',
      notes: 'Quen từ lâu',
    });
    const lead = await make('lead', { ...hoaSen, phones: ['0987654321', '0909090909'] });
    const made = await convertLead(seller, lead.id, {
      account: { id: other.id },
      contact: { id: contact.id },
    });
    expect(made.account).toEqual(other);
    expect(made.contact).toMatchObject({
      name: { full: 'Lê Văn Cũ' },
      jobTitle: 'Giám đốc',
      phones: ['+84987654321', '+84909090909'],
      emails: hoaSen.emails,
      account: { id: first.id },
      otherAccounts: [{ id: other.id }],
      notes: 'Quen từ lâu\n\nHộp quà Tết cho 200 nhân viên\n\nGặp ở hội chợ',
      doNotSms: true,
    });
  });

  it('is a conflict the second time', async () => {
    const lead = await make('lead', { name: 'Một Lần' });
    const target = { account: null, contact: { create: {} } };
    await convertLead(seller, lead.id, target);
    const before = await counts();
    await expect(convertLead(seller, lead.id, target)).rejects.toMatchObject({ status: 409 });
    expect(await counts()).toEqual(before);
  });

  it('happens once when two people do it at the same moment', async () => {
    const lead = await make('lead', { name: 'Hai Người', company: 'Công ty Đua' });
    const [accounts = 0, contacts = 0] = await counts();
    const both = { account: { create: {} }, contact: { create: {} } };
    const results = await Promise.allSettled([
      convertLead(seller, lead.id, both),
      convertLead(await workspace.system(), lead.id, both),
    ]);
    const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'conflict', status: 409 })]);
    expect(await counts()).toEqual([accounts + 1, contacts + 1]);
  });

  it('refuses a version that is not the newest, with the newest beside it', async () => {
    const lead = await make('lead', { name: 'Phiên Bản' });
    await updateRecords(seller, 'lead', [{ id: lead.id, values: { rating: 'hot' } }]);
    await expect(
      convertLead(seller, lead.id, { account: { create: {} }, contact: null, version: 1 }),
    ).rejects.toMatchObject({ code: 'stale', extra: { current: { version: 2, rating: 'hot' } } });
  });

  it('tells all errors of both parts, and writes nothing', async () => {
    const lead = await make('lead', { company: 'Công ty Không Tên Người' });
    const before = await counts();
    await expect(
      convertLead(seller, lead.id, {
        account: { create: { taxCode: '0100233480', shoeSize: 43 } },
        contact: { create: { phones: ['12'] } },
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([
        { path: 'account.create.shoeSize', code: 'unknownField' },
        { path: 'account.create.taxCode', code: 'badCheckDigit' },
        expect.objectContaining({ path: 'contact.create.phones.0', code: 'badPhone' }),
        { path: 'contact.create.name', code: 'required' },
      ]),
    });
    expect(await counts()).toEqual(before);
    expect(await get(seller, 'lead', lead.id)).toMatchObject({ status: 'new', version: 1 });
  });

  it('wants at least one of the two', async () => {
    const lead = await make('lead', { name: 'Không Gì' });
    await expect(
      convertLead(seller, lead.id, { account: null, contact: null }),
    ).rejects.toMatchObject({ errors: [{ path: 'account', code: 'required' }] });
  });

  it('takes back the contact when the lead cannot be closed', async () => {
    const role = await workspace.addRole({
      '*': rightsOf('team', { fields: { status: 'read' } }),
    });
    const clerk = await workspace.as(await workspace.addMember(role, [team]));
    const lead = await make('lead', { name: 'Chưa Xong' });
    const before = await counts();
    await expect(
      convertLead(clerk, lead.id, { account: null, contact: { create: {} } }),
    ).rejects.toMatchObject({ errors: [{ path: 'status', code: 'notWritable' }] });
    expect(await counts()).toEqual(before);
  });
});
