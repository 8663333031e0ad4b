import { expect, it } from 'vitest';
import type { Notice } from '#shared/notices.ts';
import { placeOf } from './notice-place.ts';

const record = { object: 'box', id: '7', title: 'Hộp', removed: false, within: null };
const base: Notice = {
  id: '1',
  kind: 'followed',
  at: '',
  read: false,
  actor: null,
  record,
  params: {},
};
const pathOf = (object: string) => (object === 'box' ? 'boxes' : undefined);
const place = (more: Partial<Notice>) => placeOf({ ...base, ...more }, pathOf);

it('leads to the record, to the field that mentions, and nowhere when there is nothing to see', () => {
  expect(place({})).toEqual({ to: '/boxes/7', search: {} });
  expect(place({ kind: 'mentioned', params: { fields: ['page'] } })).toEqual({
    to: '/boxes/7',
    search: { tab: 'details', at: 'page' },
  });
  const within = { object: 'box', id: '8', title: 'Hộp to' };
  expect(place({ record: { ...record, object: 'toy', within } })).toBeUndefined();
  expect(place({ record: { ...record, within } })).toEqual({
    to: '/boxes/8',
    search: { entry: '7' },
  });
  expect(place({ record: null, params: { count: 9, of: 'box' } })?.to).toBe('/boxes');
  expect(place({ record: { ...record, removed: true } })?.to).toBe('/trash');
  expect(place({ record: { ...record, title: null } })).toBeUndefined();
  expect(place({ record: { ...record, object: 'gone' } })).toBeUndefined();
  expect(place({ kind: 'jobDone', record: null, params: { job: 'import', id: '5' } })?.to).toBe(
    '/imports/5',
  );
});
