import { DatabaseError } from 'pg';
import { conflict } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import { columnName, combinationName, indexName, tableName } from './sql.ts';

/** Names the field when PostgreSQL found a value that must be unique twice. */
export async function namingUnique<T>(object: ModelObject, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const field =
      error instanceof DatabaseError && error.code === '23505'
        ? violated(object, error)
        : undefined;
    throw field ? conflict([{ path: field, code: 'notUnique' }]) : error;
  }
}

function violated(object: ModelObject, error: DatabaseError): string | undefined {
  const table = tableName(object);
  for (const field of object.fields.values()) {
    if (indexName(table, columnName(field, '')) === error.constraint) return field.key;
  }
  const combination = object.unique.find((keys) => {
    const fields = keys.map((key) => object.fields.get(key)).filter((field) => field !== undefined);
    const columns = fields.map((field) => columnName(field, ''));
    return combinationName(table, columns) === error.constraint;
  });
  return combination?.at(-1);
}
