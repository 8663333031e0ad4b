import { describe, expect, it } from 'vitest';
import type { Filter } from '#shared/filter.ts';
import { readModel, type ModelAnswer } from '#web/api/model.ts';
import { findFields, findValues } from './find-fields.ts';
import { instantOf, edgeOf } from './day-edge.ts';
import { isWhole } from './complete.ts';
import { adaptValue } from './adapt-value.ts';
import { sayFilter } from './filter-words.ts';
import { findPath, pathsOf, pathsThrough, relationsOf } from './paths.ts';
import '../fields/index.ts';

const of = (vi: string, en: string) => ({ vi, en });
const answer = {
  version: 1,
  objects: [
    {
      key: 'shop',
      path: 'shops',
      label: of('Cửa hàng', 'Shop'),
      pluralLabel: of('Cửa hàng', 'Shops'),
      title: 'name',
      list: ['name', 'grade'],
      rights: { read: 'all' },
      fields: [
        { key: 'name', kind: 'text', label: of('Tên cửa hàng', 'Name') },
        {
          key: 'grade',
          kind: 'select',
          label: of('Hạng', 'Grade'),
          options: [
            { value: 'a', label: of('A', 'A') },
            { value: 'b', label: of('Bình thường', 'Usual') },
          ],
        },
        { key: 'place', kind: 'address', label: of('Địa chỉ', 'Address') },
        { key: 'seenAt', kind: 'dateTime', label: of('Lần gặp gần nhất', 'Last seen') },
        { key: 'parent', kind: 'relation', to: 'shop', label: of('Cửa hàng mẹ', 'Parent shop') },
        { key: 'owner', kind: 'member', label: of('Người phụ trách', 'Owner') },
        { key: 'size', kind: 'number', label: of('Số kệ', 'Shelves') },
        { key: 'later', kind: 'fromTheFuture', label: of('Mai sau', 'Later') },
      ],
    },
  ],
} as unknown as ModelAnswer;
const model = readModel(answer);
const shop = model.byKey.get('shop');
if (!shop) throw new Error('the model has no shop');

const known: Readonly<Record<string, string>> = {
  'provinceCode 01': 'Hà Nội',
  'provinceCode 31': 'Hải Phòng',
};
const names = (kind: string, id: string) => known[`${kind} ${id}`];
const say = (where: Filter | undefined, language: 'vi' | 'en' = 'vi') =>
  sayFilter(where, shop, model, language, { names });
const path = (name: string) => {
  const found = findPath(name, shop, model);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe('a filter as a sentence', () => {
  it('says what a person would say', () => {
    const where: Filter = {
      and: [
        { field: 'place.provinceCode', op: 'in', value: ['01', '31'] },
        { field: 'grade', op: 'in', value: ['a'] },
        { field: 'seenAt', op: 'ne', value: { relative: 'last30Days' } },
      ],
    };
    expect(say(where)).toBe(
      'Tỉnh, thành phố (địa chỉ) là Hà Nội hoặc Hải Phòng, hạng là A và lần gặp gần nhất không trong 30 ngày qua',
    );
    expect(say(where, 'en')).toBe(
      'Province (address) is Hà Nội or Hải Phòng, grade is A and last seen not in the last 30 days',
    );
  });

  it('groups and negations keep their brackets', () => {
    expect(
      say({
        and: [
          { field: 'size', op: 'gte', value: 10 },
          {
            or: [
              { field: 'parent.name', op: 'contains', value: 'Sen' },
              { field: 'owner', op: 'eq', value: { me: true } },
            ],
          },
          { not: { field: 'grade', op: 'isEmpty' } },
        ],
      }),
    ).toBe(
      'Số kệ từ 10, (tên cửa hàng của cửa hàng mẹ có chứa Sen hoặc người phụ trách là Tôi) và hạng đã có',
    );
  });

  it('says nothing of no filter, and names what is gone', () => {
    expect(say(undefined)).toBe('');
    expect(say({ field: 'gone', op: 'eq', value: 1 })).toBe('Trường không còn');
  });
});

describe('finding fields and values', () => {
  const paths = pathsOf(shop, model);
  const sources = {
    provinces: [
      { id: '01', name: 'Hà Nội' },
      { id: '31', name: 'Hải Phòng (trước là Hải Dương)', by: 'Hải Dương' },
    ],
    wards: [{ id: '00004', name: 'Phường Ba Đình, Hà Nội' }],
    members: [],
    teams: [],
  };

  it('finds fields without accents, the closest first', () => {
    expect(findFields(paths, 'ten', 'vi').map((each) => each.path)).toEqual(['name']);
    expect(findFields(paths, 'gap gan nhat', 'vi').map((each) => each.path)).toEqual(['seenAt']);
  });

  it('leaves out kinds this page does not know', () => {
    expect(paths.map((each) => each.path)).not.toContain('later');
    expect(findPath('later', shop, model)).toBeUndefined();
  });

  it('goes one relation deep and no deeper', () => {
    const [relation] = relationsOf(shop, model);
    if (!relation) throw new Error('no relation');
    const far = pathsThrough(relation, shop, model).map((each) => each.path);
    expect(far).toContain('parent.place.provinceCode');
    expect(far).not.toContain('parent.parent.name');
  });

  it('finds the province of an address by its name, and options by theirs', () => {
    expect(findValues(paths, 'ha noi', sources, 'vi').map(({ line }) => line)).toEqual([
      { op: 'in', value: ['01'] },
      { op: 'in', value: ['00004'] },
    ]);
    expect(findValues(paths, 'binh', sources, 'vi')[0]?.line).toEqual({ op: 'in', value: ['b'] });
    expect(findValues(paths, 'b', sources, 'vi')).toEqual([]);
    expect(findValues(paths, 'hai duong', sources, 'vi')[0]?.line).toEqual({
      op: 'in',
      value: ['31'],
    });
    expect(findValues(paths, 'hai phong', sources, 'vi')).toEqual([]);
  });
});

describe('values of conditions', () => {
  it('is whole only with a value of its kind', () => {
    expect(isWhole(path('size'), 'gte', 3)).toBe(true);
    expect(isWhole(path('size'), 'gte', 'ba')).toBe(false);
    expect(isWhole(path('size'), 'between', [1, undefined])).toBe(false);
    expect(isWhole(path('seenAt'), 'eq', { relative: 'today' })).toBe(true);
    expect(isWhole(path('seenAt'), 'between', { relative: 'today' })).toBe(false);
    expect(isWhole(path('owner'), 'in', { me: true })).toBe(false);
    expect(isWhole(path('grade'), 'in', [])).toBe(false);
    expect(isWhole(path('grade'), 'contains', 'a')).toBe(false);
  });

  it('keeps what was chosen when the comparison changes, where it still means something', () => {
    expect(adaptValue(path('grade'), 'eq', ['a', 'b'])).toBe('a');
    expect(adaptValue(path('grade'), 'notIn', 'a')).toEqual(['a']);
    expect(adaptValue(path('grade'), 'isEmpty', 'a')).toBeUndefined();
    expect(adaptValue(path('owner'), 'in', { me: true })).toBeUndefined();
  });

  it('days begin and end where the person is', () => {
    const zone = 'Asia/Ho_Chi_Minh';
    expect(instantOf('2026-11-20', 'first', zone)).toBe('2026-11-19T17:00:00.000Z');
    expect(instantOf('2026-11-20', 'last', zone)).toBe('2026-11-20T16:59:59.999Z');
    expect(edgeOf('2026-11-19T17:00:00.000Z', zone)).toBe('first');
    expect(edgeOf('2026-11-20T16:59:59.999Z', zone)).toBe('last');
    expect(edgeOf('2026-11-20T08:00:00.000Z', zone)).toBeUndefined();
  });
});
