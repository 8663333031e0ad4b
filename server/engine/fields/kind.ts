import type { Parsed } from '#shared/fields/kind.ts';
import type { Operator } from '#shared/filter.ts';
import type { Places } from '../places.ts';

/** A column of a field: `suffix` '' is the main one, null exactly when the field has no value; its name is built in records/sql.ts only. */
export interface Column {
  suffix: string;
  /** PostgreSQL type, with its collation where order is for people: `text collate "vi-x-icu"`. */
  type: string;
}

/** Where a condition is built: gives quoted column names and takes parameters. */
export interface SqlTarget {
  /** Quoted and qualified column of the field. */
  column(suffix: string): string;
  /** Adds a parameter and gives its placeholder with a cast, e.g. `$3::numeric`. */
  param(value: unknown, type: string): string;
}

export interface StoreEnv {
  baseCurrency: string;
  /** Units of the base currency for one unit of the given one, as a decimal string; undefined when not known. */
  rate(currency: string): string | undefined;
}

export interface IndexSpec {
  /** Suffix of the column; several for a composed index. */
  columns: readonly string[];
  method: 'btree' | 'gin';
  unique?: boolean;
}

/** The SQL side of a field kind. F: the declared field; V: the canonical value of shared/fields. */
export interface SqlKind<F, V> {
  columns(field: F): readonly Column[];
  /** What a value from outside becomes before anything keeps it, where that needs the server: HTML without scripts. */
  clean?(value: V): V | null;
  /** Adds what a value implies on the map, and refuses what is not on it. */
  complete?(value: V, places: Places): Parsed<V>;
  /** Its words make a catalogue, from which they are suggested. */
  catalogued?: true;
  /** One JSON value per column, in the order of `columns`. A value of null never reaches it: all columns are null then. */
  store(value: V, field: F, env: StoreEnv): readonly unknown[];
  /** The canonical value from the cells of `columns`, as the pool's type parsers give them: numeric as text, never through JSON. */
  load(cells: readonly unknown[], field: F): V | null;
  /** SQL condition; the operand was taken by the shared side's parseOperand (a list for in, notIn, hasAny, hasAll; two for between). */
  condition(op: Operator, operand: unknown, target: SqlTarget, field: F): string;
  /** Suffix, or suffixes in order, that a sort uses; absent when the kind has no order. */
  sortBy?: string | readonly string[];
  /** Suffix of the column that can be summed and averaged. */
  measure?: string;
  /** Suffix of the column that has a least and a greatest, where there is no measure. */
  extremes?: string;
  /** How values are grouped: by the main column, or by each element of a list. */
  groupBy?: 'value' | 'element';
  /** A day of the calendar, or an instant, which falls on a day only where somebody is: what `relative` and buckets go by. */
  time?: 'day' | 'instant';
  /** Types of the sub-parts named in shared `parts`: suffix per part. */
  parts?: Readonly<Record<string, string>>;
  /** Indexes it gets when the field is `index` or `unique`, or in any case when `alwaysIndexed`. */
  indexes(field: F): readonly IndexSpec[];
  alwaysIndexed?: true;
}
