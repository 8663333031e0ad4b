import { expect, it } from 'vitest';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { exportPath } from './export-query.ts';

const object = {
  path: 'boxes',
  list: ['name', 'pieces'],
  field: new Map<string, ScreenField>(
    ['name', 'pieces', 'notes'].map((key) => [key, { key } as ScreenField]),
  ),
} as unknown as ScreenObject;
const search = (path: string) => Object.fromEntries(new URL(path, 'http://x').searchParams);

it('asks for the list as it is filtered, in the columns that are shown', () => {
  const query = {
    where: { field: 'pieces', op: 'eq', value: 2 },
    q: 'hộp',
    sort: '-name',
    columns: ['notes', 'parent.name'],
  } as const;
  const choice = { format: 'csv', columns: 'shown', ids: false } as const;
  expect(search(exportPath(object, query, choice))).toEqual({
    format: 'csv',
    where: '{"field":"pieces","op":"eq","value":2}',
    q: 'hộp',
    sort: '-name',
    columns: 'notes',
  });
});

it('asks for chosen records only, whatever the list is filtered by', () => {
  const choice = { format: 'xlsx', columns: 'all', ids: true } as const;
  expect(search(exportPath(object, { ids: ['a'], q: 'x' }, choice))).toEqual({
    format: 'xlsx',
    where: '{"field":"id","op":"in","value":["a"]}',
    ids: 'true',
  });
});
