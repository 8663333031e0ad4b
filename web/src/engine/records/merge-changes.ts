import type { RecordData } from '#web/api/records.ts';

type Values = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));

/** Links are their ids, however they were asked for; nothing is nothing; parts have an order. */
function comparable(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value) return value.id;
  return Object.entries(value)
    .filter(([, part]) => part !== '' && part !== null && part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Fields that two people gave different values: somebody else changed what `mine` changes too. Where nothing is known
 * of the record as it was before (`base`), whatever differs clashes.
 */
export const clashesOf = (mine: Values, base: Values | undefined, current: RecordData): string[] =>
  Object.keys(mine).filter(
    (key) =>
      !same(mine[key], current[key]) && (base === undefined || !same(base[key], current[key])),
  );
