import { createHash } from 'node:crypto';
import type { ModelField, ModelObject } from '#shared/model.ts';

/**
 * The only place that makes SQL identifiers. Every name comes from the model, which took it from a declaration or from
 * an administrator's key checked by `keyPattern`; none comes from a request's filter, sort or body.
 */
export const keyPattern = /^[a-z][A-Za-z0-9]{0,39}$/;

/** PostgreSQL cuts names at 63 bytes in silence; longer ones get a distinct short form. */
const longest = 63;

export function quote(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name) || name.length > longest) {
    throw new Error(`not a name for SQL: ${JSON.stringify(name)}`);
  }
  return `"${name}"`;
}

export const snake = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Custom objects and fields have a prefix of their own, so that a later release can add any standard name. */
export const tableName = (object: Pick<ModelObject, 'key' | 'custom'>): string =>
  object.custom ? `x_${snake(object.key)}` : snake(object.key);

export const columnName = (field: Pick<ModelField, 'key' | 'custom'>, suffix: string): string =>
  fit(`${field.custom ? 'x_' : ''}${snake(field.key)}${suffix === '' ? '' : `_${suffix}`}`);

export const partitionName = (object: Pick<ModelObject, 'key' | 'custom'>): string =>
  fit(`search_document_${tableName(object)}`);

export const indexName = (table: string, what: string): string => fit(`${table}_${what}`);

/** Of the index that keeps a combination of columns unique. */
export const combinationName = (table: string, columns: readonly string[]): string =>
  indexName(table, `${columns.join('_')}_unique`);

export const qualified = (schema: string, table: string): string =>
  `${quote(schema)}.${quote(table)}`;

export const column = (alias: string, name: string): string => `${alias}.${quote(name)}`;

/** A text constant of ours (an object's key, a name from the model) inside SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function fit(name: string): string {
  if (name.length <= longest) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, longest - 9)}_${mark}`;
}

/** Collects the parameters of one statement. */
export class Params {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
