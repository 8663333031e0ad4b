import type { ModelField, ModelObject } from '#shared/model.ts';
import { sqlKind } from '../fields/index.ts';
import {
  columnName,
  combinationName,
  indexName,
  partitionName,
  tableName,
} from '../records/sql.ts';
import type { ColumnSpec, ForeignKeySpec, TableIndexSpec, TableSpec } from './spec.ts';

const notInTrash = 'deleted_at is null';

/** The table of an object, with the partition that holds its search documents. */
export function objectSpecs(
  object: ModelObject,
  tableOf: (objectKey: string) => string | undefined,
): TableSpec[] {
  const table = tableName(object);
  const fields = [...object.fields.values()];
  return [
    {
      name: table,
      columns: fields.flatMap(columnsOf),
      primaryKey: ['id'],
      indexes: [
        ...standardIndexes(table, object),
        ...fields.flatMap((field) => indexesOf(table, field)),
        ...object.unique.map((keys) => combinationIndex(table, object, keys)),
        ...object.indexes.map((keys) => orderIndex(table, object, keys)),
      ],
      foreignKeys: fields.flatMap((field) => foreignKeysOf(table, field, tableOf)),
    },
    {
      name: partitionName(object),
      columns: [],
      primaryKey: [],
      indexes: [],
      partitionOf: { table: 'search_document', value: object.key },
    },
  ];
}

/** Columns of a field; system fields that every record has are never empty. */
function columnsOf(field: ModelField): ColumnSpec[] {
  return sqlKind(field)
    .columns(field)
    .map(({ suffix, type }) => ({
      name: columnName(field, suffix),
      type,
      notNull: neverEmpty.has(field.key) && field.system,
    }));
}

const neverEmpty = new Set(['id', 'version', 'createdAt', 'updatedAt']);

/** What every list can be ordered and narrowed by, whatever its size. */
function standardIndexes(table: string, object: ModelObject): TableIndexSpec[] {
  const newest = ['created_at desc', 'id desc'];
  const make = (what: string, on: string[], where = notInTrash): TableIndexSpec => ({
    name: indexName(table, what),
    method: 'btree',
    on,
    where,
  });
  return [
    make('newest', newest),
    make('changed', ['updated_at desc', 'id desc']),
    make('trash', ['deleted_at desc', 'id desc'], 'deleted_at is not null'),
    ...(object.reach === 'owned'
      ? [make('owner_newest', ['owner', ...newest]), make('team_newest', ['team', ...newest])]
      : []),
  ];
}

function indexesOf(table: string, field: ModelField): TableIndexSpec[] {
  const kind = sqlKind(field);
  if (field.system) return [];
  if (!field.index && !field.unique && !kind.alwaysIndexed) return [];
  return kind.indexes(field).map((index) => {
    const columns = index.columns.map((suffix) => columnName(field, suffix));
    return {
      name: indexName(table, columns.join('_')),
      method: index.method,
      // The id behind the value makes a sorted list resume exactly where a page ended.
      on: index.method === 'btree' && !index.unique ? [...columns, 'id'] : columns,
      ...(index.unique && { unique: true }),
      // What points to a record that is erased for good has to be found in the trash too.
      ...((field.kind !== 'relation' || index.unique) && { where: notInTrash }),
    };
  });
}

function combinationIndex(
  table: string,
  object: ModelObject,
  keys: readonly string[],
): TableIndexSpec {
  const columns = columnsFor(object, keys);
  return {
    name: combinationName(table, columns),
    method: 'btree',
    on: columns,
    unique: true,
    where: notInTrash,
  };
}

function orderIndex(table: string, object: ModelObject, keys: readonly string[]): TableIndexSpec {
  const columns = columnsFor(object, keys);
  return {
    name: indexName(table, columns.join('_')),
    method: 'btree',
    on: [...columns, 'id'],
    where: notInTrash,
  };
}

const columnsFor = (object: ModelObject, keys: readonly string[]): string[] =>
  keys
    .map((key) => object.fields.get(key))
    .filter((field) => field !== undefined)
    .map((field) => columnName(field, ''));

function foreignKeysOf(
  table: string,
  field: ModelField,
  tableOf: (objectKey: string) => string | undefined,
): ForeignKeySpec[] {
  if (field.kind !== 'relation' || field.system) return [];
  const target = tableOf(field.to);
  if (target === undefined) return [];
  const name = columnName(field, '');
  return [{ name: indexName(table, `${name}_fkey`), column: name, table: target }];
}
