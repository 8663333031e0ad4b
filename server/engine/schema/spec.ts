import type { Generated } from 'kysely';

/** A table as it should be: what the planner compares. Names carry no schema. */
export interface TableSpec {
  name: string;
  columns: readonly ColumnSpec[];
  primaryKey: readonly string[];
  indexes: readonly TableIndexSpec[];
  foreignKeys?: readonly ForeignKeySpec[];
  /** Rows of each value of this column live in a table of their own. */
  partitionBy?: string;
  partitionOf?: { table: string; value: string };
}

export interface ColumnSpec {
  name: string;
  type: string;
  notNull: boolean;
  default?: string;
}

/** Points to the id of another table of the same schema; emptied when that row is erased. */
export interface ForeignKeySpec {
  name: string;
  column: string;
  table: string;
}

export interface TableIndexSpec {
  name: string;
  method: 'btree' | 'gin';
  /** Column names, or expressions such as `title gin_trgm_ops` and `created_at desc`. */
  on: readonly string[];
  unique?: boolean;
  where?: string;
}

/** A column with the type its values have in TypeScript, so that the spec is also the Kysely type. */
export interface TypedColumn<T> extends Omit<ColumnSpec, 'name'> {
  readonly valueType?: T;
}

const column =
  <T>(type: string) =>
  (): TypedColumn<T> => ({ type, notNull: true });

export const uuid = column<string>('uuid');
export const text = column<string>('text');
/** For machines: compared byte by byte, which is several times faster than a language's order. */
export const bytesText = column<string>('text collate "C"');
export const integer = column<number>('integer');
export const bigint = column<number>('bigint');
export const boolean = column<boolean>('boolean');
export const date = column<string>('date');
export const instant = column<string>('timestamptz');
/** Transaction id, comparable with a snapshot's. */
export const xid = column<string>('xid8');
export const textList = column<string[]>('text[]');
export const uuidList = column<string[]>('uuid[]');
export const jsonb = <T>(): TypedColumn<T> => ({ type: 'jsonb', notNull: true });
export const optional = <T>(inner: TypedColumn<T>): TypedColumn<T | null> => ({
  ...inner,
  notNull: false,
});
/** `expression` is SQL; the column may then be left out of an insert. */
export const withDefault = <T>(
  inner: TypedColumn<T>,
  expression: string,
): TypedColumn<Generated<T>> => ({ type: inner.type, notNull: inner.notNull, default: expression });
export const identity = (): TypedColumn<Generated<number>> => ({
  type: 'bigint generated always as identity',
  notNull: true,
});

type Columns = Readonly<Record<string, TypedColumn<unknown>>>;

export interface SystemTable {
  columns: Columns;
  primaryKey: readonly string[];
  indexes?: Readonly<Record<string, Omit<TableIndexSpec, 'name'>>>;
  partitionBy?: string;
}

export const systemTable = <const C extends Columns>(
  table: Omit<SystemTable, 'columns'> & { columns: C; primaryKey: readonly (keyof C & string)[] },
): Omit<SystemTable, 'columns'> & { columns: C } => table;

export type RowOf<T extends SystemTable> = {
  [K in keyof T['columns']]: T['columns'][K] extends TypedColumn<infer V> ? V : never;
};

export type TablesOf<T extends Record<string, SystemTable>> = { [K in keyof T]: RowOf<T[K]> };

export function specOf(name: string, table: SystemTable): TableSpec {
  return {
    name,
    columns: Object.entries(table.columns).map(([key, { type, notNull, default: expression }]) => ({
      name: key,
      type,
      notNull,
      ...(expression !== undefined && { default: expression }),
    })),
    primaryKey: table.primaryKey,
    indexes: Object.entries(table.indexes ?? {}).map(([key, index]) => ({
      name: `${name}_${key}`,
      ...index,
    })),
    ...(table.partitionBy && { partitionBy: table.partitionBy }),
  };
}
