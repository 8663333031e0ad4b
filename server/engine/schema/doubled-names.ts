import type { TableSpec } from './spec.ts';

/** Names that two things of a schema would share; PostgreSQL keeps tables and indexes in one list. */
export function doubledNames(tables: readonly TableSpec[]): string[] {
  const relations = tables.flatMap(({ name, primaryKey, indexes }) => [
    name,
    ...(primaryKey.length > 0 ? [`${name}_pkey`] : []),
    ...indexes.map((index) => index.name),
  ]);
  const columns = tables.flatMap((table) =>
    table.columns.map((column) => `${table.name}.${column.name}`),
  );
  return [...doubled(relations), ...doubled(columns)];
}

const doubled = (names: readonly string[]): string[] =>
  [...Map.groupBy(names, (name) => name)]
    .filter(([, each]) => each.length > 1)
    .map(([name]) => name);
