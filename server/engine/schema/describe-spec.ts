import { literal } from '../records/sql.ts';
import type { SchemaParts, TableParts } from './read-catalog.ts';
import type { ColumnSpec, ForeignKeySpec, TableIndexSpec, TableSpec } from './spec.ts';

/** Tables as they should be, in the words in which the catalog is read. */
export const describeSpec = (tables: readonly TableSpec[]): SchemaParts =>
  new Map(tables.map((table) => [table.name, describeTable(table)]));

function describeTable(table: TableSpec): TableParts {
  const { partitionOf, partitionBy } = table;
  if (partitionOf) {
    const { table: of, value } = partitionOf;
    return new Map([['partition', `of ${of} FOR VALUES IN (${literal(value)})`]]);
  }
  return new Map([
    ...table.columns.map((column): [string, string] => [`column ${column.name}`, words(column)]),
    ['primary key', table.primaryKey.join(', ')],
    ...table.indexes.map((index): [string, string] => [`index ${index.name}`, indexWords(index)]),
    ...(table.foreignKeys ?? []).map((key): [string, string] => [
      `foreign key ${key.name}`,
      keyWords(key),
    ]),
    ...(partitionBy ? [['partition', `by list (${partitionBy})`] as const] : []),
  ]);
}

/** Names that PostgreSQL shows in another spelling than we write. */
const spellings: readonly [RegExp, string][] = [
  [/^timestamptz\b/, 'timestamp with time zone'],
  [/^int\b/, 'integer'],
];

const words = ({ type, notNull, default: expression }: ColumnSpec): string =>
  spellings.reduce((text, [from, to]) => text.replace(from, to), type) +
  (notNull ? ' not null' : '') +
  (expression === undefined ? '' : ` default ${expression}`);

const indexWords = ({ method, on, unique, where }: TableIndexSpec): string =>
  `${unique ? 'unique ' : ''}${method} (${on.join(', ')})${where ? ` where ${where}` : ''}`;

const keyWords = ({ column, table }: ForeignKeySpec): string => `${column} to ${table}`;
