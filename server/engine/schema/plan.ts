import type { ColumnSpec, ForeignKeySpec, TableIndexSpec, TableSpec } from './spec.ts';

/** One change of a schema. The first five only add; the others need a developer's eye. */
export type Step =
  | { step: 'createTable'; table: TableSpec }
  | { step: 'createPartition'; table: string; of: string; value: string }
  /** With `key` PostgreSQL knows that there is nothing to check, and takes no time for it. */
  | { step: 'addColumn'; table: string; column: ColumnSpec; key?: ForeignKeySpec }
  | { step: 'createIndex'; table: string; index: TableIndexSpec }
  | { step: 'addForeignKey'; table: string; key: ForeignKeySpec }
  | { step: 'dropTable'; table: string }
  | { step: 'dropColumn'; table: string; column: string }
  | { step: 'changeColumn'; table: string; before: ColumnSpec; after: ColumnSpec }
  | { step: 'dropIndex'; table: string; index: string }
  | { step: 'dropForeignKey'; table: string; key: string };

const additive = new Set<Step['step']>([
  'createTable',
  'createPartition',
  'addColumn',
  'createIndex',
  'addForeignKey',
]);
export const isAdditive = (step: Step): boolean => additive.has(step.step);

const destructive = new Set<Step['step']>(['dropTable', 'dropColumn', 'changeColumn']);
/** May lose what a company has entered, or fail on it. */
export const isDestructive = (step: Step): boolean => destructive.has(step.step);

/**
 * The steps from one set of tables to another, in an order that works: tables, partitions, columns, indexes, keys;
 * what goes away last. Pure: knows no database.
 */
export function plan(before: readonly TableSpec[], after: readonly TableSpec[]): Step[] {
  const old = byName(before);
  const wanted = byName(after);
  const steps = after.flatMap((table) => {
    const known = old.get(table.name);
    return known ? changes(known, table) : creation(table);
  });
  const drops = before
    .filter((table) => !wanted.has(table.name))
    .flatMap(({ name: table, foreignKeys = [] }): Step[] => [
      // Tables that point to each other could not be dropped one after the other.
      ...foreignKeys.map(({ name }): Step => ({ step: 'dropForeignKey', table, key: name })),
      { step: 'dropTable', table },
    ]);
  return [...steps, ...drops].toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

const order: readonly Step['step'][] = [
  'createTable',
  'createPartition',
  'addColumn',
  'changeColumn',
  'dropIndex',
  'dropForeignKey',
  'createIndex',
  'addForeignKey',
  'dropColumn',
  'dropTable',
];

function creation(table: TableSpec): Step[] {
  if (table.partitionOf) {
    const { table: of, value } = table.partitionOf;
    return [{ step: 'createPartition', table: table.name, of, value }];
  }
  return [
    { step: 'createTable', table },
    ...table.indexes.map((index): Step => ({ step: 'createIndex', table: table.name, index })),
    ...(table.foreignKeys ?? []).map((key): Step => ({
      step: 'addForeignKey',
      table: table.name,
      key,
    })),
  ];
}

function changes(before: TableSpec, after: TableSpec): Step[] {
  const table = after.name;
  const old = byName(before.columns);
  const oldKeys = byName(before.foreignKeys ?? []);
  // Keys of new columns come with the column.
  const withColumn = (key: ForeignKeySpec) => !old.has(key.column) && !oldKeys.has(key.name);
  const keys = after.foreignKeys ?? [];
  return [
    ...differences(before.columns, after.columns, {
      add: (column): Step => {
        const key = keys.find((each) => each.column === column.name && withColumn(each));
        return { step: 'addColumn', table, column, ...(key && { key }) };
      },
      change: (a, b): Step[] => [{ step: 'changeColumn', table, before: a, after: b }],
      drop: (column): Step => ({ step: 'dropColumn', table, column: column.name }),
    }),
    ...differences(before.indexes, after.indexes, {
      add: (index): Step => ({ step: 'createIndex', table, index }),
      change: (a, b): Step[] => [
        { step: 'dropIndex', table, index: a.name },
        { step: 'createIndex', table, index: b },
      ],
      drop: (index): Step => ({ step: 'dropIndex', table, index: index.name }),
    }),
    ...differences(
      before.foreignKeys ?? [],
      keys.filter((key) => !withColumn(key)),
      {
        add: (key): Step => ({ step: 'addForeignKey', table, key }),
        change: (a, b): Step[] => [
          { step: 'dropForeignKey', table, key: a.name },
          { step: 'addForeignKey', table, key: b },
        ],
        drop: (key): Step => ({ step: 'dropForeignKey', table, key: key.name }),
      },
    ),
  ];
}

function differences<T extends { name: string }>(
  before: readonly T[],
  after: readonly T[],
  make: { add: (item: T) => Step; change: (a: T, b: T) => Step[]; drop: (item: T) => Step },
): Step[] {
  const old = byName(before);
  const wanted = byName(after);
  return [
    ...after.flatMap((item) => {
      const known = old.get(item.name);
      if (!known) return [make.add(item)];
      return JSON.stringify(known) === JSON.stringify(item) ? [] : make.change(known, item);
    }),
    ...before.filter((item) => !wanted.has(item.name)).map(make.drop),
  ];
}

const byName = <T extends { name: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.name, item]));
