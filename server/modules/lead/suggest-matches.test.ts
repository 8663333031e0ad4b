import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#engine/context.ts';
import { createRecords } from '#engine/records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { suggestMatches } from './suggest-matches.ts';

let workspace: TestWorkspace;
let seller: Ctx;

beforeAll(async () => {
  workspace = await testWorkspace(declarations);
  const role = await workspace.addRole({ '*': rightsOf('own') });
  seller = await workspace.as(await workspace.addMember(role));
});

const make = async (object: string, values: object, ctx: Ctx = seller) => {
  const [made] = await createRecords(ctx, object, [values]);
  if (!made) throw new Error('nothing was made');
  return made;
};

describe('suggestMatches', () => {
  it('finds by tax code, company name, phone, e-mail and name, the likeliest first', async () => {
    const account = await make('account', { name: 'CTY CP HOA SUNG', taxCode: '0300588569' });
    const byName = await make('account', { name: 'Hoa Súng' });
    const contact = await make('contact', {
      name: 'Đỗ Thị Bưởi',
      phones: ['0933000111'],
      account: account.id,
    });
    const namesake = await make('contact', { name: 'Do Thi Buoi' });
    const lead = await make('lead', {
      name: 'Đỗ Thị Bưởi',
      company: 'Công ty Cổ phần Hoa Súng',
      taxCode: '0300588569',
      phones: ['+84 933 000 111'],
    });
    const found = await suggestMatches(seller, lead.id);
    expect(found.accounts.map(({ id }) => id)).toEqual([account.id, byName.id]);
    expect(found.accounts[0]).toMatchObject({
      title: 'CTY CP HOA SUNG',
      score: 100,
      reasons: expect.arrayContaining([{ field: 'taxCode', match: 'exact' }]),
    });
    expect(found.contacts.map(({ id }) => id)).toEqual([contact.id, namesake.id]);
    expect(found.contacts[0]).toMatchObject({ account: { id: account.id } });
    expect(found.contacts[1]).toMatchObject({ account: null });
  });

  it('tells of no lead and no match out of reach', async () => {
    const stranger = await workspace.as(
      await workspace.addMember(await workspace.addRole({ '*': rightsOf('own') })),
    );
    await make('account', { name: 'Sao Đêm', taxCode: '0101248141' });
    const theirs = await make('lead', { company: 'Sao Đêm' });
    await expect(suggestMatches(stranger, theirs.id)).rejects.toMatchObject({ status: 404 });
    const own = await make('lead', { company: 'Sao Đêm', taxCode: '0101248141' }, stranger);
    expect(await suggestMatches(stranger, own.id)).toEqual({ accounts: [], contacts: [] });
  });
});
