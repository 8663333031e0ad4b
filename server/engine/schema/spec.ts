import type { Generated, Kysely } from 'kysely';

/** A table as it should be: what the planner compares. Names carry no schema. */
export interface TableSpec {
  name: string;
  columns: readonly ColumnSpec[];
  primaryKey: readonly string[];
  indexes: readonly TableIndexSpec[];
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
export const integer = column<number>('integer');
export const bigint = column<number>('bigint');
export const boolean = column<boolean>('boolean');
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
): TypedColumn<Generated<T>> => ({ ...inner, default: expression });
export const identity = (): TypedColumn<Generated<number>> => ({
  type: 'bigint generated always as identity',
  notNull: true,
});

export interface SystemTable<C extends Record<string, TypedColumn<unknown>>> {
  columns: C;
  primaryKey: readonly (keyof C & string)[];
  indexes?: Readonly<Record<string, Omit<TableIndexSpec, 'name'>>>;
  partitionBy?: keyof C & string;
}

export const systemTable = <const C extends Record<string, TypedColumn<unknown>>>(
  table: SystemTable<C>,
): SystemTable<C> => table;

export type RowOf<T> =
  T extends SystemTable<infer C>
    ? { [K in keyof C]: C[K] extends TypedColumn<infer V> ? V : never }
    : never;

export type TablesOf<T> = { [K in keyof T]: RowOf<T[K]> };
export type KyselyOf<T> = Kysely<TablesOf<T>>;

export function specOf(
  name: string,
  table: SystemTable<Record<string, TypedColumn<unknown>>>,
): TableSpec {
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
