import { describe, expect, it } from 'vitest';
import type { RecordPage } from '#web/api/records.ts';
import { around, learn, noPages, recordsOf, startOf, wholeRows } from './known-pages.ts';

const page = (ids: string, nextCursor: string | null): RecordPage => ({
  items: [...ids].map((id) => ({ id, version: 1 })),
  nextCursor,
  total: { value: 1000, exact: false },
});

describe('pages of a list', () => {
  it('tell where the next one begins, and in the end how many rows there are', () => {
    const one = learn(noPages(), 0, page('ab', 'c1'));
    expect(one.starts).toEqual([{}, { cursor: 'c1' }]);
    expect(wholeRows(one, 2)).toBeUndefined();
    const two = learn(one, 1, page('c', null));
    expect(wholeRows(two, 2)).toBe(3);
    expect(recordsOf(two).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('move on when a row came before them', () => {
    const known = learn(learn(noPages(), 0, page('ab', 'c1')), 1, page('cd', 'c2'));
    const after = learn(known, 0, page('xa', 'c0'));
    expect(after.starts[1]).toEqual({ cursor: 'c0' });
    // The second page stays in sight until it has been asked again.
    expect(recordsOf(after).map(({ id }) => id)).toEqual(['x', 'a', 'c', 'd']);
  });

  it('end earlier when rows have gone', () => {
    const known = learn(learn(noPages(), 0, page('ab', 'c1')), 1, page('c', null));
    expect(wholeRows(learn(known, 0, page('a', null)), 2)).toBe(1);
  });

  it('are jumped to by their place, and go on from there', () => {
    const first = learn(noPages(), 0, page('ab', 'c1'));
    const start = startOf(first, 400, 2);
    expect(start).toEqual({ offset: 800 });
    const far = learn(first, 400, page('xy', 'c401'), start);
    // Asked again in the same way, it is the same page; the next one continues it.
    expect(startOf(far, 400, 2)).toEqual(start);
    expect(startOf(far, 401, 2)).toEqual({ cursor: 'c401' });
    const before = learn(far, 399, page('vw', 'c400'), startOf(far, 399, 2));
    expect(startOf(before, 400, 2)).toEqual(start);
    const end = learn(before, 401, page('z', null), startOf(before, 401, 2));
    expect(wholeRows(end, 2)).toBe(803);
    const { records, ...rest } = around(end, 400, 2);
    expect(records.map(({ id }) => id).join('')).toBe('vwxyz');
    expect(rest).toEqual({ before: 798, nextCursor: undefined });
    expect(around(end, 0, 2)).toMatchObject({ before: 0, nextCursor: 'c1' });
  });

  it('stay the same thing when nothing new came', () => {
    const answer = page('ab', 'c1');
    const known = learn(noPages(), 0, answer);
    expect(learn(known, 0, answer)).toBe(known);
  });
});
