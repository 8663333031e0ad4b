import { expect, it } from 'vitest';
import { inFormOrder } from './in-form-order.ts';

const label = { vi: '', en: '' };
const layout = {
  quickCreate: ['name', 'phones'],
  sections: [{ key: 'general', label, fields: ['taxCode', 'name', 'emails'] }],
};
const wrong = (path: string) => ({ path, code: 'required' as const, message: '' });
const paths = (isNew: boolean, ...all: string[]) =>
  inFormOrder(layout, isNew, all.map(wrong)).map(({ path }) => path);

it('says what is wrong from the top of the form down', () => {
  expect(paths(true, 'emails.0', 'phones.1', 'taxCode', 'name')).toEqual([
    'name',
    'phones.1',
    'taxCode',
    'emails.0',
  ]);
  expect(paths(false, 'emails', 'name', 'taxCode')).toEqual(['taxCode', 'name', 'emails']);
});

it('says first what belongs to no field', () => {
  expect(paths(true, 'name', '')).toEqual(['', 'name']);
});
