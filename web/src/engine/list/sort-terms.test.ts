import { describe, expect, it } from 'vitest';
import { mostTerms, pressSort, readSort, writeSort } from './sort-terms.ts';

const alone = { more: false, first: 'rising' } as const;
const beside = { more: true, first: 'rising' } as const;

describe('pressing the head of a column', () => {
  it('rises, falls, and lets go', () => {
    const once = pressSort(undefined, 'name', alone);
    const twice = pressSort(once, 'name', alone);
    expect([once, twice, pressSort(twice, 'name', alone)]).toEqual(['name', '-name', undefined]);
  });

  it('begins with the largest where figures stand', () => {
    const once = pressSort(undefined, 'sum', { more: false, first: 'falling' });
    expect(once).toBe('-sum');
    expect(pressSort(once, 'sum', { more: false, first: 'falling' })).toBe('sum');
  });

  it('replaces the order, or with shift stands behind it', () => {
    expect(pressSort('-name', 'stage', alone)).toBe('stage');
    expect(pressSort('-name', 'stage', beside)).toBe('-name,stage');
    expect(pressSort('-name,stage', 'name', beside)).toBe('stage');
    expect(pressSort('name,stage', 'name', beside)).toBe('-name,stage');
  });

  it('never asks for more than the server takes', () => {
    const full = 'a,b,c,d,e';
    expect(readSort(pressSort(full, 'f', beside))).toHaveLength(mostTerms);
  });

  it('reads what it writes', () => {
    expect(writeSort(readSort('-a,b'))).toBe('-a,b');
    expect(writeSort([])).toBeUndefined();
    expect(readSort('-')).toEqual([]);
  });
});
