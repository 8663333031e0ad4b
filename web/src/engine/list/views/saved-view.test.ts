import { expect, it } from 'vitest';
import { readState, type ListState } from '../list-params.ts';
import { contentOf, stateOfView, type SavedView } from './saved-view.ts';

const list = readState({}, null, {});
const states: Record<string, ListState> = {
  'a table by quarters with widths and pins': {
    ...list,
    where: { field: 'stage', op: 'eq', value: 'new' },
    q: 'gốm',
    sort: '-createdAt,name',
    columns: ['name', 'account.region'],
    widths: { name: 320, 'account.region': 90 },
    pinned: ['name', 'account.region'],
    group: 'createdAt:quarter',
  },
  'a table where nothing is pinned': { ...list, pinned: [] },
  'a table by months, as nobody said otherwise': { ...list, group: 'createdAt' },
  'a board with sums': { ...list, mode: 'board', by: 'stage', sum: 'revenue' },
  'a funnel of sums': {
    ...list,
    mode: 'chart',
    chart: {
      kind: 'funnel',
      groupBy: [{ field: 'stage' }],
      measure: { fn: 'sum', field: 'revenue' },
    },
  },
  'a line by weeks, split': {
    ...list,
    mode: 'chart',
    chart: {
      kind: 'line',
      groupBy: [{ field: 'createdAt', bucket: 'week' }, { field: 'stage' }],
      measure: { fn: 'count' },
    },
  },
};

it.each(Object.entries(states))('brings back %s as it was saved', (_, state) => {
  // Only what a view says concerns this.
  const view = { definition: contentOf(state) } as SavedView;
  expect(readState({}, null, stateOfView(view))).toEqual(state);
});
