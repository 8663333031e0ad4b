import { expect, it } from 'vitest';
import { cachedRecord } from './cached-record.ts';

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

it('takes no member of a duplicates group or file for a record', () => {
  expect(cachedRecord([{ items: [{ id: 'a', title: 'x' }] }], 'a')).toBeUndefined();
});
