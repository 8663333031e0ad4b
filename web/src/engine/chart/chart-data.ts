import type { AggregateAnswer } from '#web/api/records.ts';

/** One value per group and series; groups without one have none of it. */
export interface ChartData {
  groups: { key: unknown; name: string }[];
  series: { key: unknown; name: string; values: number[] }[];
  total: number;
}

type Name = (dimension: 0 | 1, key: unknown) => string;

const idOf = (key: unknown): string =>
  typeof key === 'object' && key !== null && 'id' in key ? String(key.id) : String(key);

const mostGroups = 30;
/** Colours end, and so does what an eye can hold. */
const mostSeries = 8;

/** The answer as rows and columns: groups in their order (times forward, all else the largest first). */
export function chartData(
  { groups }: AggregateAnswer,
  name: Name,
  options: { isTime: boolean; order: (key: unknown) => number | undefined },
): ChartData {
  const rows = new Map<string, { key: unknown; values: Map<string, number>; sum: number }>();
  const columns = new Map<string, { key: unknown; sum: number }>();
  let total = 0;
  for (const { keys, values } of groups) {
    const [group, split] = keys;
    const value = Number(values[0] ?? 0);
    const row = rows.get(idOf(group)) ?? { key: group, values: new Map(), sum: 0 };
    row.values.set(idOf(split), value);
    row.sum += value;
    rows.set(idOf(group), row);
    const column = columns.get(idOf(split)) ?? { key: split, sum: 0 };
    column.sum += value;
    columns.set(idOf(split), column);
    total += value;
  }
  const { isTime, order } = options;
  const sorted = [...rows.values()].toSorted((a, b) => {
    if (isTime) return String(a.key).localeCompare(String(b.key));
    const [first, second] = [order(a.key), order(b.key)];
    return first !== undefined && second !== undefined ? first - second : b.sum - a.sum;
  });
  const shown = isTime ? sorted.slice(-mostGroups) : sorted.slice(0, mostGroups);
  const split = [...columns.entries()]
    .toSorted(([, a], [, b]) => b.sum - a.sum)
    .slice(0, mostSeries);
  return {
    groups: shown.map(({ key }) => ({ key, name: name(0, key) })),
    series: split.map(([id, { key }]) => ({
      key,
      name: name(1, key),
      values: shown.map(({ values }) => values.get(id) ?? 0),
    })),
    total,
  };
}
