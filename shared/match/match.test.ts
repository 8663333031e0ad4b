import { expect, it } from 'vitest';
import { f } from '../fields/index.ts';
import { matches } from './index.ts';

const text = f.text({ vi: 'Tên', en: 'Name' });
const keysOf = (match: keyof typeof matches, ...values: unknown[]) =>
  new Set(values.flatMap((value) => matches[match].texts(value, text).map(({ key }) => key)));

it('finds names by one key however they are spelt, and tells the spellings apart', () => {
  expect(keysOf('companyName', 'Công ty TNHH Việt Tiến', 'VIETTIEN', 'Viet Tien')).toHaveProperty(
    'size',
    1,
  );
  expect(keysOf('personName', 'Nguyễn Văn Đức', 'Duc Nguyen Van')).toHaveProperty('size', 1);
  const [one, other] = ['Mỹ Lệ', 'Mĩ Lệ'].map((name) => matches.personName.texts(name, text)[0]);
  expect(one?.key).toBe(other?.key);
  expect(one?.spelling).not.toBe(other?.spelling);
});

it('compares each element of a list, and nothing where nothing is', () => {
  expect(matches.exact.texts(['A 1', 'a1', ' '], text)).toEqual([{ key: 'a1', spelling: null }]);
  expect(matches.companyName.texts('', text)).toEqual([]);
});
