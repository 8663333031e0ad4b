import { describe, expect, it } from 'vitest';
import type { RecordPage } from '#web/api/records.ts';
import { learn, noPages, recordsOf, wholeRows } from './known-pages.ts';

const page = (ids: string, nextCursor: string | null): RecordPage => ({
  items: [...ids].map((id) => ({ id, version: 1 })),
  nextCursor,
  total: { value: 1000, exact: false },
});

describe('pages of a list', () => {
  it('tell where the next one begins, and in the end how many rows there are', () => {
    const one = learn(noPages(), 0, page('ab', 'c1'));
    expect(one.cursors).toEqual([undefined, 'c1']);
    expect(wholeRows(one, 2)).toBeUndefined();
    const two = learn(one, 1, page('c', null));
    expect(wholeRows(two, 2)).toBe(3);
    expect(recordsOf(two).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('move on when a row came before them', () => {
    const known = learn(learn(noPages(), 0, page('ab', 'c1')), 1, page('cd', 'c2'));
    const after = learn(known, 0, page('xa', 'c0'));
    expect(after.cursors[1]).toBe('c0');
    // The second page stays in sight until it has been asked again.
    expect(recordsOf(after).map(({ id }) => id)).toEqual(['x', 'a', 'c', 'd']);
  });

  it('end earlier when rows have gone', () => {
    const known = learn(learn(noPages(), 0, page('ab', 'c1')), 1, page('c', null));
    expect(wholeRows(learn(known, 0, page('a', null)), 2)).toBe(1);
  });

  it('stay the same thing when nothing new came', () => {
    const answer = page('ab', 'c1');
    const known = learn(noPages(), 0, answer);
    expect(learn(known, 0, answer)).toBe(known);
  });
});
