import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords, list } from '#engine/records/index.ts';
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

describe('the rights of who converts', () => {
  const memberWith = async (rights: Parameters<TestWorkspace['addRole']>[0]) =>
    workspace.as(await workspace.addMember(await workspace.addRole(rights), [team]));
  const both = { account: { create: {} }, contact: { create: {} } };

  it('count for each part: no new customers for who may not make them', async () => {
    const limited = await memberWith({
      '*': rightsOf('team'),
      account: rightsOf('team', { create: false }),
    });
    const lead = await make('lead', { name: 'Phạm Quyền', company: 'Công ty Quyền' });
    const before = await counts();
    await expect(convertLead(limited, lead.id, both)).rejects.toMatchObject({ status: 403 });
    expect(await counts()).toEqual(before);
    const account = await make('account', { name: 'Công ty Quyền' });
    const made = await convertLead(limited, lead.id, {
      account: { id: account.id },
      contact: { create: {} },
    });
    expect(made.contact?.['account']).toMatchObject({ id: account.id });
  });

  it('do not let a lead be converted that may only be seen', async () => {
    const reader = await memberWith({ '*': rightsOf('team', { update: 'own' }) });
    const lead = await make('lead', { name: 'Chỉ Xem' });
    await expect(convertLead(reader, lead.id, both)).rejects.toMatchObject({ status: 403 });
  });

  it('let a lead join what may only be seen, as long as nothing there changes', async () => {
    const visitor = await memberWith({
      '*': rightsOf('team'),
      account: rightsOf('team', { update: 'own' }),
      contact: rightsOf('team', { update: 'own' }),
    });
    const account = await make('account', { name: 'Chỉ Nhìn' });
    const contact = await make('contact', {
      name: 'Lý Nhìn',
      account: account.id,
      phones: ['0977000111'],
    });
    const join = { account: { id: account.id }, contact: { id: contact.id } };
    const more = await make('lead', { name: 'Lý Nhìn', phones: ['0977000222'] });
    await expect(convertLead(visitor, more.id, join)).rejects.toMatchObject({ status: 403 });
    const same = await make('lead', { name: 'Lý Nhìn', phones: ['0977000111'] });
    expect(await convertLead(visitor, same.id, join)).toMatchObject({ account, contact });
  });

  it('do not show leads, customers and people out of reach', async () => {
    const stranger = await workspace.as(
      await workspace.addMember(await workspace.addRole({ '*': rightsOf('own') })),
    );
    const lead = await make('lead', { name: 'Kín' });
    await expect(convertLead(stranger, lead.id, both)).rejects.toMatchObject({ status: 404 });
    const account = await make('account', { name: 'Khách Kín' });
    const contact = await make('contact', { name: 'Người Kín' });
    const own = await make('lead', { name: 'Của Tôi' }, stranger);
    await expect(
      convertLead(stranger, own.id, { account: { id: account.id }, contact: { id: contact.id } }),
    ).rejects.toMatchObject({
      errors: [
        { path: 'account.id', code: 'notFound' },
        { path: 'contact.id', code: 'notFound' },
      ],
    });
  });

  it('let somebody convert what was shared with them, and keep seeing what they made', async () => {
    const helper = await workspace.addMember(await workspace.addRole({ '*': rightsOf('own') }));
    const lead = await make('lead', { name: 'Được Chia', company: 'Công ty Được Chia' });
    await seller.tables
      .insertInto('share')
      .values({
        object: 'lead',
        record_id: lead.id,
        grantee_id: helper,
        grantee: 'member',
        level: 'update',
        created_at: new Date().toISOString(),
        created_by: sellerId,
      })
      .execute();
    const made = await convertLead(await workspace.as(helper), lead.id, both);
    expect(made.account?.['owner']).toMatchObject({ id: helper });
    expect(made.contact?.['owner']).toMatchObject({ id: helper });
    expect(made.lead['owner']).toMatchObject({ id: sellerId });
  });

  it('leave the records with who follows the lead when a colleague converts it', async () => {
    const colleague = await memberWith({ '*': rightsOf('team') });
    const lead = await make('lead', { name: 'Của Người Bán' });
    const made = await convertLead(colleague, lead.id, both);
    expect(made.contact?.['owner']).toMatchObject({ id: sellerId });
  });

  it('carry nothing that is hidden from them', async () => {
    const blind = await memberWith({
      '*': rightsOf('team'),
      lead: rightsOf('team', { fields: { notes: 'hidden', phones: 'hidden' } }),
    });
    const lead = await make('lead', {
      name: 'Nguyễn Thị Mai',
      company: 'Công ty Hoa Sen Việt',
      phones: ['0901234567'],
      emails: ['mai@hoasen.test'],
      notes: 'Gặp ở hội chợ',
    });
    const { contact } = await convertLead(blind, lead.id, both);
    expect(contact).toMatchObject({ notes: null, phones: null, emails: ['mai@hoasen.test'] });
  });
});
