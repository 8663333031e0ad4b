import type { RecordData } from '#web/api/records.ts';
import type { Group, Row } from './table/rows.ts';

type Find = (group: Group, place: number) => RecordData | undefined;

interface Laid {
  group: Group;
  /** Line of its head. */
  start: number;
  isOpen: boolean;
  shown: number;
}

export interface LaidGroups {
  count: number;
  groups: readonly Laid[];
  at(index: number, find: Find): Row;
}

/** Gives each group its lines: a head, its records, and what is not shown of them. Known before any record has come. */
export function layGroups(
  groups: readonly Group[],
  isFolded: (group: Group) => boolean,
  shownOf: (group: Group) => number,
): LaidGroups {
  let count = 0;
  const laid = groups.map((group): Laid => {
    const isOpen = !isFolded(group);
    const shown = isOpen ? Math.min(shownOf(group), group.count) : 0;
    const start = count;
    count += 1 + shown + (isOpen && shown < group.count ? 1 : 0);
    return { group, start, isOpen, shown };
  });
  return { count, groups: laid, at: (index, find) => lineAt(laid, index, find) };
}

function lineAt(laid: readonly Laid[], index: number, find: Find): Row {
  const at = laid[lastBefore(laid, index)];
  if (!at) return { kind: 'record', key: `line ${index}`, record: undefined };
  const { group, start, isOpen, shown } = at;
  const place = index - start - 1;
  if (place < 0) return { kind: 'group', key: `group ${group.id}`, group, isOpen };
  if (place >= shown) {
    return { kind: 'more', key: `more ${group.id}`, group, rest: group.count - shown };
  }
  const record = find(group, place);
  // A record that is in two groups (a list's elements) has two lines.
  return { kind: 'record', key: `${group.id} ${record?.id ?? place}`, record };
}

/** The last group that begins at or before a line. */
function lastBefore(laid: readonly Laid[], index: number): number {
  let low = 0;
  let high = laid.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((laid[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Pages of groups' records that have a line in sight. */
export function pagesInSight(
  { groups }: LaidGroups,
  first: number,
  last: number,
  size: number,
): { group: Group; page: number }[] {
  return groups.flatMap(({ group, start, shown }) => {
    const from = Math.max(first - start - 1, 0);
    const to = Math.min(last - start - 1, shown - 1);
    if (start > last || from > to) return [];
    const pages = [];
    for (let page = Math.floor(from / size); page <= Math.floor(to / size); page += 1) {
      pages.push({ group, page });
    }
    return pages;
  });
}
