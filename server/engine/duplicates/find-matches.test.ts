import { beforeAll, describe, expect, it } from 'vitest';
import { createRecords, removeRecords, restoreRecords, updateRecords } from '../records/index.ts';
import { rightsOf, testWorkspace, type TestWorkspace } from '../testing/workspace.ts';
import { findMatches } from './find-matches.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await testWorkspace();
});

const make = async (values: object, ctx = w.system()) => {
  const [made] = await createRecords(await ctx, 'box', [values]);
  return String(made?.id);
};

describe('findMatches', () => {
  it('adds up what names and numbers say, without company words, accents and separators', async () => {
    const ctx = await w.system();
    const id = await make({
      name: 'Công ty TNHH Thương mại Hoà Phát Đạt',
      phones: ['0901 234 567'],
    });
    expect(
      await findMatches(ctx, 'box', { name: 'CTCP HÒA PHÁT ĐẠT', phones: ['+84 901.234.567'] }),
    ).toEqual([
      {
        id,
        title: 'Công ty TNHH Thương mại Hoà Phát Đạt',
        score: 100,
        reasons: [
          { field: 'name', match: 'companyName' },
          { field: 'phones', match: 'exact' },
        ],
      },
    ]);
    expect(await findMatches(ctx, 'box', { name: 'hoa phat dat' })).toMatchObject([{ score: 60 }]);
    expect(await findMatches(ctx, 'box', { phones: ['0901234567'] })).toMatchObject([
      { score: 80 },
    ]);
    expect(await findMatches(ctx, 'box', { name: 'Hòa Phát' })).toEqual([]);
    expect(await findMatches(ctx, 'box', { name: 'hoa phat dat' }, { excludeId: id })).toEqual([]);
  });

  it('gives less for names that are only near', async () => {
    const ctx = await w.system();
    await make({ name: 'Cty Kỹ Thuật Việt Tiến' });
    expect(await findMatches(ctx, 'box', { name: 'Kĩ thuật Viettien' })).toMatchObject([
      { score: 51, reasons: [{ field: 'name', match: 'near' }] },
    ]);
  });

  it('compares nothing with a value that could not be kept', async () => {
    const ctx = await w.system();
    expect(await findMatches(ctx, 'box', { phones: ['12'], name: { a: 1 } })).toEqual([]);
  });

  it('follows changes, the trash and restoring', async () => {
    const ctx = await w.system();
    const id = await make({ name: 'Minh Long', phones: ['0912000111', '0912000222'] });
    const find = async (phone: string) =>
      (await findMatches(ctx, 'box', { phones: [phone] })).map((match) => match.id);
    await updateRecords(ctx, 'box', [{ id, values: { phones: ['0912000222', '0912000333'] } }]);
    expect(await find('0912000111')).toEqual([]);
    expect(await find('0912000222')).toEqual([id]);
    expect(await find('0912000333')).toEqual([id]);
    await removeRecords(ctx, 'box', [{ id }]);
    expect(await find('0912000333')).toEqual([]);
    await restoreRecords(ctx, 'box', [id]);
    expect(await find('0912000333')).toEqual([id]);
  });

  it('tells nothing of records out of reach nor by hidden fields', async () => {
    const own = await w.addRole({ '*': rightsOf('own') });
    const blind = await w.addRole({ '*': rightsOf('all', { fields: { phones: 'hidden' } }) });
    const [me, other, watcher] = [
      await w.addMember(own),
      await w.addMember(own),
      await w.addMember(blind),
    ];
    const values = { name: 'Thịnh Vượng Riêng', phones: ['0933444555'] };
    const id = await make(values, w.as(other));
    expect(await findMatches(await w.as(me), 'box', values)).toEqual([]);
    expect(await findMatches(await w.as(other), 'box', values)).toMatchObject([{ id }]);
    const seen = await findMatches(await w.as(watcher), 'box', values);
    expect(seen).toMatchObject([{ id, score: 60, reasons: [{ field: 'name' }] }]);
  });

  it('finds by what is visible, and names nothing, when the title is hidden', async () => {
    const nameless = await w.addRole({ '*': rightsOf('all', { fields: { name: 'hidden' } }) });
    const id = await make({ name: 'Vô Danh', phones: ['0977888999'] });
    const ctx = await w.as(await w.addMember(nameless));
    const found = await findMatches(ctx, 'box', { name: 'Vô Danh', phones: ['0977888999'] });
    expect(found).toEqual([
      { id, title: '', score: 80, reasons: [{ field: 'phones', match: 'exact' }] },
    ]);
  });

  it('counts no key that too many share', async () => {
    const ctx = await w.system();
    const inputs = Array.from({ length: 51 }, (_, i) => ({
      name: `Số ${i}`,
      phones: ['0944555666'],
    }));
    await createRecords(ctx, 'box', inputs);
    expect(await findMatches(ctx, 'box', { phones: ['0944555666'] })).toEqual([]);
  });
});
