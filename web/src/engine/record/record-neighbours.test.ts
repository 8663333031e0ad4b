import { expect, it } from 'vitest';
import { lengthened, neighboursOf, type RememberedList } from './record-neighbours.ts';

it('tells where a record stands in the list one came from', () => {
  expect(neighboursOf({ ids: ['a', 'b', 'c'] }, 'b')).toEqual({
    position: 2,
    total: { value: 3, exact: true },
    previous: 'a',
    next: 'c',
  });
  expect(neighboursOf({ ids: ['a'] }, 'a')).toMatchObject({ previous: undefined, next: undefined });
  expect(neighboursOf({ ids: ['a'] }, 'x')).toBeUndefined();
});

it('counts the whole list, and goes on into what comes behind', () => {
  const list: RememberedList = {
    ids: ['a', 'b'],
    search: '',
    onward: { query: {}, cursor: 'x', before: 0, total: { value: 1000, exact: false } },
  };
  expect(neighboursOf(list, 'b')).toMatchObject({ position: 2, total: list.onward?.total });
  // One that moved down meanwhile comes a second time.
  const items = ['b', 'c'].map((id) => ({ id, version: 1 }));
  const longer = lengthened(
    list,
    { items, nextCursor: null, total: { value: 4, exact: true } },
    'behind',
  );
  expect(longer.ids).toEqual(['a', 'b', 'c']);
  expect(neighboursOf(longer, 'b')).toMatchObject({ total: { value: 3, exact: true }, next: 'c' });
});

it('goes back into what stands before a place that was jumped to', () => {
  const total = { value: 1000, exact: false };
  const list: RememberedList = {
    ids: ['x', 'y'],
    search: '',
    onward: { query: {}, cursor: 'c', before: 500, total },
  };
  expect(neighboursOf(list, 'x')).toMatchObject({ position: 501, previous: undefined, next: 'y' });
  const items = ['v', 'w'].map((id) => ({ id, version: 1 }));
  const longer = lengthened(list, { items, nextCursor: 'd', total }, 'before');
  expect(neighboursOf(longer, 'x')).toMatchObject({ position: 501, previous: 'w' });
  expect(longer.onward).toMatchObject({ before: 498, cursor: 'c' });
});
