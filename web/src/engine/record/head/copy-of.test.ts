import { expect, it } from 'vitest';
import type { ScreenObject } from '#web/api/model.ts';
import { copyOf } from './copy-of.ts';

it('copies what another record may have too', () => {
  const field = (key: string, kind: string, more = {}) => ({ key, kind, writable: true, ...more });
  const fields = [
    field('code', 'autoNumber'),
    field('name', 'text'),
    field('taxCode', 'text', { unique: true }),
    field('updatedAt', 'dateTime', { writable: false }),
    field('contract', 'file'),
    field('notes', 'longText'),
  ];
  // Only what is read here.
  const object = { fields } as unknown as ScreenObject;
  const record = { id: 'a', version: 1, code: '1', name: 'An', taxCode: '2', notes: null };
  expect(copyOf(object, { ...record, updatedAt: 'x', contract: { id: 'f' } })).toEqual({
    name: 'An',
  });
});
