import { expect, it } from 'vitest';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { exportBody, exportWhere } from './export-query.ts';

const object = {
  path: 'boxes',
  list: ['name', 'pieces'],
  field: new Map<string, ScreenField>(
    ['name', 'pieces', 'notes'].map((key) => [key, { key } as ScreenField]),
  ),
} as unknown as ScreenObject;
it('asks for the list as it is filtered, in the columns that are shown', () => {
  const query = {
    where: { field: 'pieces', op: 'eq', value: 2 },
    q: 'hộp',
    sort: '-name',
    columns: ['notes', 'gone', 'pieces.name', 'gone.name'],
  } as const;
  const choice = { format: 'csv', columns: 'shown', ids: false } as const;
  expect(exportBody(object, query, choice)).toEqual({
    format: 'csv',
    where: { field: 'pieces', op: 'eq', value: 2 },
    q: 'hộp',
    sort: '-name',
    columns: ['notes', 'pieces.name'],
  });
});

it('asks for chosen records only, whatever the list is filtered by', () => {
  const choice = { format: 'xlsx', columns: 'all', ids: true } as const;
  expect(exportBody(object, { ids: ['a'], q: 'x' }, choice)).toEqual({
    format: 'xlsx',
    where: { field: 'id', op: 'in', value: ['a'] },
    ids: true,
  });
});

it('asks for more than one list of a condition can hold', () => {
  const ids = Array.from({ length: 1001 }, (_, i) => `r${i}`);
  expect(exportWhere({ ids })).toEqual({
    or: [
      { field: 'id', op: 'in', value: ids.slice(0, 1000) },
      { field: 'id', op: 'in', value: ['r1000'] },
    ],
  });
});
