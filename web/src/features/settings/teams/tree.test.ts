import { describe, expect, it } from 'vitest';
import type { Team } from '../people/people-queries.ts';
import { isWithin, linesOf } from './tree.ts';

const team = (id: string, parentId: string | null): Team => ({
  id,
  name: id,
  parentId,
  leaderId: null,
});
const teams = [
  team('sales', null),
  team('south', 'sales'),
  team('north', 'sales'),
  team('care', null),
];

describe('the tree of teams', () => {
  it('stands as lines, children after their parent, each level by name', () => {
    expect(linesOf(teams).map(({ team: { id }, depth }) => `${depth} ${id}`)).toEqual([
      '0 care',
      '0 sales',
      '1 north',
      '1 south',
    ]);
  });

  it('knows which team a team can move into', () => {
    expect(linesOf(teams).map(({ before }) => before?.id)).toEqual([
      undefined,
      'care',
      undefined,
      'north',
    ]);
  });

  it('shows a team whose parent is gone at the top, and comes to an end with a circle', () => {
    expect(linesOf([team('lost', 'gone')])).toMatchObject([{ depth: 0 }]);
    expect(isWithin([team('a', 'b'), team('b', 'a')], 'a', 'c')).toBe(false);
  });

  it('lets no team move into itself or below itself', () => {
    expect(isWithin(teams, 'north', 'sales')).toBe(true);
    expect(isWithin(teams, 'sales', 'sales')).toBe(true);
    expect(isWithin(teams, 'care', 'sales')).toBe(false);
    expect(isWithin(teams, null, 'sales')).toBe(false);
  });
});
