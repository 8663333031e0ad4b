import type { AggregateAnswer } from '#web/api/records.ts';

/** One value per group and series. */
export interface ChartData {
  groups: { key: unknown; name: string }[];
  series: { key: unknown; name: string; values: (number | null)[] }[];
  total: number;
  /** How many groups there are; more than are shown when a chart could not hold them. */
  found: number;
}

export interface Ordering {
  /** The days of all groups from the first to the last, for times: a month without records is there too. */
  fill?: (first: string, last: string) => string[];
  order(key: unknown): number | undefined;
  /** Averages of several groups are no average. */
  isAdding: boolean;
  mostGroups: number;
  /** What is left beyond the most is put together as this; absent: it is left out. */
  others?: string;
}

type Name = (dimension: 0 | 1, key: unknown) => string;

/** Colours end, and so does what an eye can hold. */
const mostSeries = 4;

const idOf = (key: unknown): string =>
  typeof key === 'object' && key !== null && 'id' in key
    ? String(key.id)
    : JSON.stringify(key ?? null);

/** Stands for a key that is of many groups; nothing can be filtered by it. */
export const many = Symbol('others');

interface Row {
  key: unknown;
  values: Map<string, number>;
  sum: number;
}

/** The answer as rows and columns: times forward, options in their order, all else the largest first. */
export function chartData({ groups }: AggregateAnswer, name: Name, ordering: Ordering): ChartData {
  const rows = new Map<string, Row>();
  const columns = new Map<string, { key: unknown; sum: number }>();
  let total = 0;
  for (const { keys, values } of groups) {
    const [group, split] = keys;
    if (values[0] === null || values[0] === undefined) continue;
    const value = Number(values[0]);
    const row = rows.get(idOf(group)) ?? { key: group, values: new Map(), sum: 0 };
    row.values.set(idOf(split), value);
    row.sum += value;
    rows.set(idOf(group), row);
    const column = columns.get(idOf(split)) ?? { key: split, sum: 0 };
    column.sum += value;
    columns.set(idOf(split), column);
    total += value;
  }
  const sorted = sortRows([...rows.values()], ordering);
  const shown = cutRows(sorted, ordering);
  const nothing = ordering.isAdding ? 0 : null;
  const split = [...columns.entries()].toSorted(([, a], [, b]) => b.sum - a.sum);
  const { others } = ordering;
  const isCut = split.length > mostSeries && ordering.isAdding && others !== undefined;
  const kept = split.slice(0, isCut ? mostSeries - 1 : mostSeries);
  const rest = isCut ? split.slice(mostSeries - 1).map(([id]) => id) : [];
  return {
    groups: shown.map(({ key }) => ({ key, name: key === many ? (others ?? '') : name(0, key) })),
    series: [
      ...kept.map(([id, { key }]) => ({
        key,
        name: name(1, key),
        values: shown.map(({ values }) => values.get(id) ?? nothing),
      })),
      ...(isCut
        ? [{ key: many, name: others, values: shown.map(({ values }) => addUp(values, rest)) }]
        : []),
    ],
    total,
    found: sorted.length,
  };
}

function sortRows(rows: readonly Row[], { fill, order }: Ordering): Row[] {
  if (!fill)
    return rows.toSorted((a, b) => {
      const [first, second] = [order(a.key), order(b.key)];
      if (first !== undefined && second !== undefined) return first - second;
      if (first !== undefined || second !== undefined) return first === undefined ? 1 : -1;
      return b.sum - a.sum;
    });
  const timed = rows.filter(({ key }) => typeof key === 'string');
  const days = timed.map(({ key }) => String(key).slice(0, 10)).toSorted();
  const byDay = new Map(timed.map((row) => [String(row.key).slice(0, 10), row]));
  return fill(days[0] ?? '', days.at(-1) ?? '').map(
    (day) => byDay.get(day) ?? { key: day, values: new Map(), sum: 0 },
  );
}

function cutRows(rows: readonly Row[], { fill, mostGroups, others, isAdding }: Ordering): Row[] {
  if (rows.length <= mostGroups) return [...rows];
  if (fill) return rows.slice(-mostGroups);
  if (others === undefined || !isAdding) return rows.slice(0, mostGroups);
  const rest = rows.slice(mostGroups - 1);
  const values = new Map<string, number>();
  for (const row of rest)
    for (const [id, value] of row.values) values.set(id, (values.get(id) ?? 0) + value);
  const sum = rest.reduce((all, row) => all + row.sum, 0);
  return [...rows.slice(0, mostGroups - 1), { key: many, values, sum }];
}

const addUp = (values: ReadonlyMap<string, number>, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + (values.get(id) ?? 0), 0);

/** The value of a group, all series together. */
export const groupValue = ({ series }: Pick<ChartData, 'series'>, at: number): number =>
  series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
