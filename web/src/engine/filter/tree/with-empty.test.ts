import { describe, expect, it } from 'vitest';
import { newGroup, newLine, readFilter, writeFilter } from './filter-tree.ts';
import { mayHaveEmpty, readWithEmpty, writeWithEmpty } from './with-empty.ts';

const late = newLine('lastContactAt', 'lt', { relative: 'last30Days' });

describe('a condition that also takes records without a value', () => {
  it('is two conditions for the server, and one again when it is read', () => {
    const node = writeWithEmpty({ line: late, hasEmpty: true });
    const where = writeFilter(newGroup('and', [node]), () => true);
    expect(where).toEqual({
      or: [
        { field: 'lastContactAt', op: 'isEmpty' },
        { field: 'lastContactAt', op: 'lt', value: { relative: 'last30Days' } },
      ],
    });
    const [read] = readFilter(where).nodes;
    expect(read && readWithEmpty(read)).toMatchObject({
      line: { field: 'lastContactAt', op: 'lt' },
      hasEmpty: true,
    });
  });

  it('is no other group', () => {
    const empty = newLine('lastContactAt', 'isEmpty');
    for (const group of [
      newGroup('and', [empty, late]),
      newGroup('or', [late, empty]),
      newGroup('or', [newLine('name', 'isEmpty'), late]),
      newGroup('or', [empty, late, late]),
      { ...newGroup('or', [empty, late]), isNot: true },
    ])
      expect(readWithEmpty(group)).toBeUndefined();
    expect(readWithEmpty(late)).toEqual({ line: late, hasEmpty: false });
  });

  it('is offered for what lies before a time', () => {
    expect(mayHaveEmpty('dateTime', late)).toBe(true);
    expect(mayHaveEmpty('dateTime', newLine('lastContactAt', 'gte'))).toBe(false);
    expect(mayHaveEmpty('number', newLine('size', 'lt'))).toBe(false);
  });
});
