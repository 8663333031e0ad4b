import { describe, expect, it } from 'vitest';
import { layGroups, pagesInSight } from './lay-groups.ts';
import type { Group } from './table/rows.ts';

const group = (id: string, count: number): Group => ({ id, value: id, count, sums: new Map() });
const two = [group('a', 100), group('b', 3)];
const lay = (folded: string[] = []) =>
  layGroups(
    two,
    ({ id }) => folded.includes(id),
    () => 8,
  );

const kinds = (laid = lay()) =>
  Array.from({ length: laid.count }, (_, line) => laid.at(line, () => undefined).kind[0]).join('');

describe('the lines of groups', () => {
  it('are a head, what is shown, and what is not', () => {
    expect(kinds()).toBe('grrrrrrrrmgrrr');
    expect(kinds(lay(['a']))).toBe('ggrrr');
    expect(lay().at(9, () => undefined)).toMatchObject({ kind: 'more', rest: 92 });
  });

  it('ask for the record of their place in their group', () => {
    const asked: string[] = [];
    lay().at(12, ({ id }, place) => {
      asked.push(`${id}${place}`);
      return undefined;
    });
    expect(asked).toEqual(['b1']);
  });

  it('have no record that is not there', () => {
    expect(lay().at(99, () => undefined).kind).toBe('more' satisfies string);
    expect(
      layGroups(
        [],
        () => false,
        () => 8,
      ).at(0, () => undefined),
    ).toMatchObject({
      kind: 'record',
      record: undefined,
    });
  });

  it('name only the pages that are in sight', () => {
    const long = layGroups(
      [group('a', 200)],
      () => false,
      () => 200,
    );
    const pages = (first: number, last: number) =>
      pagesInSight(long, first, last, 25).map(({ page }) => page);
    expect(pages(0, 10)).toEqual([0]);
    expect(pages(20, 30)).toEqual([0, 1]);
    expect(pages(100, 120)).toEqual([3, 4]);
    expect(pagesInSight(lay(), 0, 0, 25)).toEqual([]);
    expect(pagesInSight(lay(['a']), 0, 20, 25).map(({ group: { id } }) => id)).toEqual(['b']);
  });
});
