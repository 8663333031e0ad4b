import type { ScreenField } from '#web/api/model.ts';
import type { AggregateAnswer, Reference } from '#web/api/records.ts';
import { fieldView } from '../fields/index.ts';
import { asReference } from '../fields/read-value.ts';

export interface Column {
  /** The value in a text of its own: 'none' for no value. */
  id: string;
  value: unknown;
  count: number;
  sum: string | undefined;
}

const none = 'none';

export const columnId = (value: unknown): string => {
  if (value === null || value === undefined) return none;
  return `is:${asReference(value)?.id ?? JSON.stringify(value)}`;
};

/** Columns of a board: every value the field may have in its own order, those that records still have, and none. */
export function columnsOf(
  field: ScreenField,
  groups: AggregateAnswer['groups'],
  people: readonly Reference[],
): Column[] {
  const found = new Map(
    groups.map(({ keys: [value], values: [count, sum] }) => [
      columnId(value),
      {
        id: columnId(value),
        value: value ?? null,
        count: Number(count ?? 0),
        sum: typeof sum === 'string' || typeof sum === 'number' ? String(sum) : undefined,
      },
    ]),
  );
  const declared = [
    ...(fieldView(field).columns?.(field, people) ?? []),
    ...(field.required === true ? [] : [null]),
  ];
  const columns = declared.map(
    (value) =>
      found.get(columnId(value)) ?? { id: columnId(value), value, count: 0, sum: undefined },
  );
  const known = new Set(columns.map(({ id }) => id));
  const others = [...found.values()].filter(({ id }) => !known.has(id));
  return [
    ...columns.filter(({ id }) => id !== none),
    ...others.filter(({ id }) => id !== none),
  ].concat(
    columns.filter(({ id }) => id === none),
    others.filter(({ id }) => id === none),
  );
}
