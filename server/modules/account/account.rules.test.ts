import { beforeAll, describe, expect, it } from 'vitest';
import type { ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { batch, createRecords, list, updateRecords } from '#engine/records/index.ts';
import { search } from '#engine/search/search.ts';
import { testWorkspace } from '#engine/testing/workspace.ts';
import { declarations } from '#modules';
import { account } from './account.object.ts';

let ctx: Ctx;
beforeAll(async () => {
  ctx = await (await testWorkspace(declarations)).system();
});

const make = async (...values: object[]) => createRecords(ctx, 'account', values);
const refusal = (path: string, code: string) => ({ errors: [{ path, code }] });

describe('a customer', () => {
  it('gets the next code, a kind and a stage', async () => {
    const [first, second] = await make({ name: 'Công ty Một' }, { name: 'Công ty Hai' });
    expect(first).toMatchObject({ kind: 'company', stage: 'toMarket' });
    const codes = [first?.['code'], second?.['code']].map((code) => String(code));
    expect(codes[0]).toMatch(/^KH-\d{6}$/);
    expect(Number(codes[1]?.slice(3))).toBe(Number(codes[0]?.slice(3)) + 1);
  });

  it('cannot be its own parent company, however far up', async () => {
    const [a, b, c] = (await make({ name: 'A' }, { name: 'B' }, { name: 'C' })).map(({ id }) => id);
    await updateRecords(ctx, 'account', [
      { id: b ?? '', values: { parent: a } },
      { id: c ?? '', values: { parent: b } },
    ]);
    const change = (id: string | undefined, parent: string | undefined) =>
      updateRecords(ctx, 'account', [{ id: id ?? '', values: { parent } }]);
    await expect(change(a, a)).rejects.toMatchObject(refusal('parent', 'cycle'));
    await expect(change(a, c)).rejects.toMatchObject(refusal('parent', 'cycle'));
    const [d, e] = (await make({ name: 'D' }, { name: 'E' })).map(({ id }) => id);
    await expect(
      batch(ctx, 'account', {
        update: [
          { id: d ?? '', values: { parent: e } },
          { id: e ?? '', values: { parent: d } },
        ],
      }),
    ).rejects.toMatchObject({
      errors: [
        { path: 'update.0.parent', code: 'cycle' },
        { path: 'update.1.parent', code: 'cycle' },
      ],
    });
  });

  it('has the year of the day it was founded on', async () => {
    const [day, year] = await make(
      { name: 'Có ngày', foundedOn: '1998-05-19' },
      { name: 'Có năm', foundedYear: 1996 },
    );
    expect(day).toMatchObject({ foundedYear: 1998 });
    expect(year).toMatchObject({ foundedYear: 1996, foundedOn: null });
  });

  it('lies in the region of its billing address until somebody says otherwise', async () => {
    const billingAddress = { wardCode: '00004' };
    const [north, own] = await make(
      { name: 'Ba Đình', billingAddress },
      { name: 'Riêng', billingAddress, region: 'south' },
    );
    expect(north).toMatchObject({ region: 'north', billingAddress: { provinceCode: '01' } });
    expect(own).toMatchObject({ region: 'south' });
    const [emptied] = await updateRecords(ctx, 'account', [
      { id: north?.id ?? '', values: { region: null } },
    ]);
    expect(emptied).toMatchObject({ region: null });
  });
});

describe('a tax code', () => {
  const taxed = async (taxCode: string, more: object = {}) =>
    (await make({ name: 'Có thuế', taxCode, ...more }))[0]?.['taxCode'];

  it.each([
    ['0100109106', '0100109106'],
    ['0314409058 002', '0314409058-002'],
    ['031.440.9058–002', '0314409058-002'],
    ['079203012345', '079203012345'],
  ])('%s is kept as %s', async (typed, kept) => {
    expect(await taxed(typed)).toBe(kept);
  });

  it.each([
    ['0100233480', 'badCheckDigit'],
    ['0314409058-000', 'badFormat'],
    ['0100000008', 'badFormat'],
    ['VV34567890', 'badFormat'],
  ])('%s is refused when typed: %s', async (typed, code) => {
    await expect(taxed(typed)).rejects.toMatchObject(refusal('taxCode', code));
  });

  it('of another country has another form', async () => {
    const billingAddress = { line1: 'Reeperbahn 1', countryCode: 'DE' };
    expect(await taxed('DE123456789', { billingAddress })).toBe('DE123456789');
  });

  it('of a company is found by the search, the personal id of somebody is not', async () => {
    await make({ name: 'Tìm theo thuế', taxCode: '0300588569' });
    await make({ name: 'Cá nhân', kind: 'person', taxCode: '001190000001' });
    const found = async (q: string) => (await search(ctx, q, {})).items.map(({ title }) => title);
    expect(await found('0300588569')).toEqual(['Tìm theo thuế']);
    expect(await found('001190000001')).toEqual([]);
  });

  it('with an old typing error comes in with an import, which hears of it', async () => {
    const heard: ValueError[] = [];
    const rows = [
      { name: 'Danh sách cũ', taxCode: '01002 33480' },
      { name: 'Tốt', taxCode: '0100109106' },
    ];
    const [made] = await createRecords(ctx, 'account', rows, {
      trusted: true,
      warn: (error) => heard.push(error),
      prefix: (i) => `${i}.`,
    });
    expect(made?.['taxCode']).toBe('0100233480');
    expect(heard).toEqual([{ path: '0.taxCode', code: 'badCheckDigit' }]);
    const [renamed] = await updateRecords(ctx, 'account', [
      { id: made?.id ?? '', values: { name: 'Đổi tên', taxCode: '0100233480' } },
    ]);
    expect(renamed?.['name']).toBe('Đổi tên');
  });
});

describe('an address', () => {
  const at = (billingAddress: object) => make({ name: 'Có địa chỉ', billingAddress });

  it('gets the province of its ward', async () => {
    const [made] = await at({ line1: '1 Phan Đình Phùng', wardCode: '00004' });
    expect(made?.['billingAddress']).toMatchObject({ wardCode: '00004', provinceCode: '01' });
    const where = { field: 'billingAddress.provinceCode', op: 'eq', value: '01' };
    expect((await list(ctx, 'account', { where })).items.map(({ id }) => id)).toContain(made?.id);
  });

  it('of before gets the province that it names, and keeps its words', async () => {
    const legacyText = '12 Lý Thường Kiệt, P. Trần Hưng Đạo, Q. Hoàn Kiếm, Hà Nội';
    const [made] = await at({ legacyText });
    expect(made).toMatchObject({
      billingAddress: { legacyText, provinceCode: '01' },
      region: 'north',
    });
    const again = { id: made?.id ?? '', values: { billingAddress: { legacyText } } };
    const [same] = await updateRecords(ctx, 'account', [again]);
    expect(same?.['version']).toBe(made?.['version']);
    const [unnamed] = await at({ legacyText: 'Số 5 Nguyễn Huệ' });
    expect(unnamed?.['billingAddress']).toEqual({
      legacyText: 'Số 5 Nguyễn Huệ',
      countryCode: 'VN',
    });
    const [abroad] = await at({ legacyText: 'Hà Nội', countryCode: 'LA' });
    expect(abroad?.['billingAddress']).toEqual({ legacyText: 'Hà Nội', countryCode: 'LA' });
  });

  it.each([
    [{ wardCode: '99999' }, 'wardCode'],
    [{ wardCode: '00004', provinceCode: '79' }, 'wardCode'],
    [{ provinceCode: '02' }, 'provinceCode'],
    [{ line1: 'x', countryCode: 'XX' }, 'countryCode'],
    [{ provinceCode: '01', countryCode: 'LA' }, 'provinceCode'],
  ])('with codes that do not exist or belong together is refused: %j', async (address, part) => {
    await expect(at(address)).rejects.toMatchObject(refusal(`billingAddress.${part}`, 'notFound'));
  });
});

describe('the views of customers', () => {
  it('show who is very promising and was not spoken with for 30 days', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const rows = [
      { name: 'Lâu rồi', potential: 'a' },
      { name: 'Chưa hề', potential: 'a' },
      { name: 'Vừa gọi', potential: 'a' },
      { name: 'Ít tiềm năng', potential: 'd' },
    ];
    const made = await createRecords(ctx, 'account', rows);
    const calls = [40, undefined, 10, 40].flatMap((days, i) =>
      days === undefined
        ? []
        : [{ kind: 'call', status: 'done', account: made[i]?.id, finishedAt: daysAgo(days) }],
    );
    await createRecords(ctx, 'activity', calls);
    const view = account.views?.find(({ key }) => key === 'potentialNotContacted');
    const { items } = await list(ctx, 'account', { where: view?.where, sort: view?.sort });
    expect(items.map(({ name }) => name)).toEqual(['Lâu rồi', 'Chưa hề']);
  });
});
