import { expect, it } from 'vitest';
import type { Import } from '../imports.ts';
import { importedColumns, isUndoable, resultFilters, undoableUntil } from './result-links.ts';

const rows = {
  created: 2,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: 1,
  duplicates: 0,
  related: {},
};
const made: Import = {
  id: 'a',
  object: 'box',
  state: 'done',
  fileName: 'x.csv',
  size: 1,
  options: {},
  plan: null,
  questions: [],
  counts: { run: rows },
  total: 3,
  doneTo: 4,
  failure: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  createdBy: { id: 'm', title: 'Mai' },
  finishedAt: '2026-11-01T00:05:00.000Z',
};

it('lists what the import made by who wrote it between its beginning and its end', () => {
  expect(resultFilters(made).created).toEqual({
    and: [
      { field: 'createdAt', op: 'between', value: [made.createdAt, made.finishedAt] },
      { field: 'createdBy', op: 'eq', value: 'm' },
    ],
  });
});

it('can be undone for thirty days, when it wrote anything, and once', () => {
  expect(undoableUntil(made).toISOString()).toBe('2026-12-01T00:05:00.000Z');
  const now = new Date('2026-11-20T00:00:00Z');
  expect(isUndoable(made, now)).toBe(true);
  expect(isUndoable(made, new Date('2026-12-02T00:00:00Z'))).toBe(false);
  expect(isUndoable({ ...made, state: 'undone' }, now)).toBe(false);
  expect(isUndoable({ ...made, counts: { run: { ...rows, created: 0 } } }, now)).toBe(false);
  const related = { contact: { created: 1, updated: 0, unchanged: 0 } };
  expect(isUndoable({ ...made, counts: { run: { ...rows, created: 0, related } } }, now)).toBe(
    true,
  );
});

it('shows the columns that were brought in, after the title', () => {
  const columns = ['phones', 'id', 'contact.name', null, 'sector', 'name', 'phones'].map(
    (target, index) => ({
      index,
      name: `${index}`,
      samples: [],
      by: 'given' as const,
      confidence: 1,
      target,
    }),
  );
  const style = { numbers: 'vi', dates: 'dmy', currency: 'VND' } as const;
  const plan = { columns, style, match: [], onMatch: 'update' as const, warnings: [] };
  const field = new Map(['id', 'name', 'phones', 'sector'].map((key) => [key, null]));
  expect(importedColumns({ ...made, plan }, { title: 'name', field })).toBe('name,phones,sector');
});
