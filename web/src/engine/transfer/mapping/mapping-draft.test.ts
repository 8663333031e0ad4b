import { describe, expect, it } from 'vitest';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { Import, PlannedColumn } from '../imports.ts';
import { chooseTarget, draftOf, matchable, missingFields, optionsOf } from './mapping-draft.ts';
import { targetsOf } from './targets.ts';

const label = { vi: 'Nhãn', en: 'Label' };
const field = (key: string, kind: 'text' | 'phones', more: Partial<ScreenField> = {}) =>
  ({ key, kind, label, custom: false, system: false, writable: true, ...more }) as ScreenField;
const fields = [
  field('name', 'text', { required: true }),
  field('serial', 'text', { unique: true }),
  field('phones', 'phones'),
  field('notes', 'text', { writable: false }),
];
const box = {
  key: 'box',
  title: 'name',
  label,
  fields,
  field: new Map(fields.map((each) => [each.key, each])),
  duplicates: [{ field: 'phones', match: 'exact', score: 60 }],
  rights: { import: true },
} as unknown as ScreenObject;
const targets = targetsOf({ version: 1, objects: [box], byKey: new Map(), byPath: new Map() }, box);

const column = (index: number, name: string, target: string | null): PlannedColumn => ({
  index,
  name,
  target,
  samples: [],
  by: target === null ? 'notMapped' : 'name',
  confidence: 1,
});
const importOf = (columns: PlannedColumn[]): Import => ({
  id: 'a',
  object: 'box',
  state: 'checked',
  fileName: 'x.csv',
  size: 1,
  options: {},
  plan: {
    columns,
    style: { numbers: 'vi', dates: 'dmy', currency: 'VND' },
    match: [],
    onMatch: 'update',
    warnings: [],
  },
  questions: [],
  counts: {},
  total: 1,
  doneTo: 1,
  failure: null,
  createdAt: '',
  createdBy: null,
  finishedAt: null,
});
const target = (path: string) => targets.find((each) => each.path === path);

it('offers what may be written', () => {
  expect(targets.map(({ path }) => path)).toEqual(['name', 'serial', 'phones']);
});

describe('choosing a target', () => {
  const columns = [column(0, 'A', 'name'), column(1, 'B', null), column(2, 'C', 'phones')];
  const made = importOf(columns);
  const at = (i: number) => columns[i] ?? column(9, '', null);

  it('takes it from the column that had it, unless the field takes several', () => {
    const moved = chooseTarget(draftOf(made), columns, at(1), target('name'));
    expect(moved.takenFrom?.name).toBe('A');
    expect(moved.draft.columns).toEqual({ 0: { target: null }, 1: { target: 'name' } });
    const joined = chooseTarget(draftOf(made), columns, at(1), target('phones'));
    expect(joined.takenFrom).toBeUndefined();
  });

  it('sends what differs, and names what is left out', () => {
    const { draft } = chooseTarget(draftOf(made), columns, at(2), target('serial'));
    expect(optionsOf(draft, made, box)).toEqual({
      columns: { C: { target: 'serial' }, B: { target: null } },
      onMatch: 'update',
      emptyClears: false,
    });
  });

  it('tells both columns of one name', () => {
    const twins = [column(0, 'Tên', 'name'), column(1, 'Tên (2)', null)];
    const { draft } = chooseTarget(draftOf(importOf(twins)), twins, twins[0] ?? at(0), undefined);
    expect(Object.keys(optionsOf(draft, importOf(twins), box).columns ?? {})).toEqual([
      'Tên',
      'Tên (2)',
    ]);
  });
});

it('matches by sure keys that are mapped, and forgets chosen ones that no longer are', () => {
  const columns = [column(0, 'A', 'name'), column(1, 'B', 'phones')];
  const draft = draftOf(importOf(columns));
  expect(matchable(draft, columns, box)).toEqual({ keys: ['phones', 'name'], chosen: ['name'] });
  expect(matchable({ ...draft, match: ['serial', 'phones'] }, columns, box).chosen).toEqual([
    'phones',
  ]);
});

it('misses fields that new records need', () => {
  const columns = [column(0, 'A', 'phones')];
  expect(missingFields(draftOf(importOf(columns)), columns, box)).toEqual(['name']);
});
