import { expect, it } from 'vitest';
import { cachedRecord, changedIn } from './cached-record.ts';

it('finds the fullest row of the newest version in what was asked before', () => {
  const answers = [
    { items: [{ id: 'a', version: 1, name: 'old', code: '1' }] },
    { pages: [{ items: [{ id: 'a', version: 2 }] }, { items: [] }] },
    [{ id: 'a', version: 2, name: 'new' }],
    { groups: [] },
    undefined,
  ];
  expect(cachedRecord(answers, 'a')).toEqual({ id: 'a', version: 2, name: 'new' });
  expect(cachedRecord(answers, 'b')).toBeUndefined();
});

it('changes a record wherever it was asked before, and nothing else', () => {
  const rename = (record: { id: string; version: number }) => ({ ...record, name: 'new' });
  const old = { id: 'a', version: 1, name: 'old' };
  const other = { id: 'b', version: 1, name: 'b' };
  const renamed = { ...old, name: 'new' };
  const page = { items: [other, old], nextCursor: null };
  expect(changedIn(old, 'a', rename)).toEqual(renamed);
  expect(changedIn(page, 'a', rename)).toEqual({ items: [other, renamed], nextCursor: null });
  expect(changedIn({ pages: [page] }, 'a', rename).pages[0]?.items[1]).toEqual(renamed);
  expect(changedIn(page, 'c', rename)).toBe(page);
  const thread = { items: [{ id: 7, version: 1 }] };
  expect(changedIn(thread, 'a', rename)).toBe(thread);
});

it('takes no member of a duplicates group or file for a record', () => {
  expect(cachedRecord([{ items: [{ id: 'a', title: 'x' }] }], 'a')).toBeUndefined();
});
