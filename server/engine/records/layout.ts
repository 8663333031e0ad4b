import type { ModelField, ModelObject } from '#shared/model.ts';
import { sqlKind } from '../fields/index.ts';
import type { SqlKind } from '../fields/kind.ts';
import type { Values } from './rules.ts';
import { column, columnName, quote } from './sql.ts';

/** Where each field's columns stand in a row that was selected with `columnsSql`. */
export interface Layout {
  entries: readonly LayoutEntry[];
  /** Number of cells. */
  width: number;
}

export interface LayoutEntry {
  field: ModelField;
  kind: SqlKind<ModelField, unknown>;
  /** Names of the columns, unquoted. */
  columns: readonly string[];
  /** PostgreSQL types without collation, as a record set is declared. */
  types: readonly string[];
  start: number;
}

const layouts = new WeakMap<ModelObject, Layout>();

/** All columns of an object, made once per model version. */
export function layoutOf(object: ModelObject): Layout {
  const known = layouts.get(object);
  if (known) return known;
  let width = 0;
  const entries = [...object.fields.values()].map((field): LayoutEntry => {
    const kind = sqlKind(field);
    const columns = kind.columns(field);
    const start = width;
    width += columns.length;
    return {
      field,
      kind,
      columns: columns.map(({ suffix }) => columnName(field, suffix)),
      types: columns.map(({ type }) => type.replace(/ collate .*$/, '')),
      start,
    };
  });
  const layout = { entries, width };
  layouts.set(object, layout);
  return layout;
}

export const columnsSql = (entries: readonly LayoutEntry[], alias: string): string =>
  entries.flatMap(({ columns }) => columns.map((name) => column(alias, name))).join(', ');

/** Canonical values of a row selected in the order of the layout. */
export function valuesFrom(layout: Layout, cells: readonly unknown[]): Values {
  const values: Values = {};
  for (const { field, kind, columns, start } of layout.entries) {
    values[field.key] = kind.load(cells.slice(start, start + columns.length), field);
  }
  return values;
}

/** `x(id uuid, name text, …)`: how rows come into a statement as one JSON parameter. */
export const recordSetSql = (entries: readonly LayoutEntry[]): string =>
  entries
    .flatMap(({ columns, types }) =>
      columns.map((name, i) => `${quote(name)} ${types[i] ?? 'text'}`),
    )
    .join(', ');
