import type { Field, ObjectDefinition } from '#shared/define.ts';
import type { Model } from '#shared/model.ts';
import type { Db } from '../db.ts';
import { qualified } from '../records/sql.ts';
import { buildModel, type CustomField, type CustomObject } from './build-model.ts';

export interface ObjectRow {
  id: string;
  key: string;
  definition: CustomObject;
  archivedAt: string | null;
}

export interface FieldRow {
  id: string;
  object: string;
  key: string;
  definition: Field;
  position: number;
  archivedAt: string | null;
}

/** What an administrator made, archived things too; fields in the order of forms. */
export interface CustomRows {
  objects: readonly ObjectRow[];
  fields: readonly FieldRow[];
}

/** The query for it as one row of JSON, so that it can be asked of many workspaces at once. */
export const customRowsSql = (schema: string): string => `select
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key, 'definition', definition,
    'archivedAt', archived_at) order by created_at, key), '[]') from ${qualified(schema, 'custom_object')}),
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'object', object, 'key', key, 'definition', definition,
    'position', position, 'archivedAt', archived_at) order by position, created_at, key), '[]')
    from ${qualified(schema, 'custom_field')})`;

export async function loadCustomRows(db: Db, schema: string): Promise<CustomRows> {
  const [row] = await db.query(customRowsSql(schema), []);
  // Written by engine/settings only, which checked them against the same types.
  const [objects, fields] = (row ?? [[], []]) as [ObjectRow[], FieldRow[]];
  return { objects, fields };
}

/** What is in use; archived things stay in the tables but not in the model. */
export async function loadCustom(db: Db, schema: string) {
  return customOf(await loadCustomRows(db, schema), { archived: false });
}

function customOf(
  { objects, fields }: CustomRows,
  { archived }: { archived: boolean },
): { objects: CustomObject[]; fields: CustomField[] } {
  const wanted = ({ archivedAt }: { archivedAt: string | null }) => archived || archivedAt === null;
  return {
    objects: objects.filter(wanted).map(({ definition }) => definition),
    fields: fields
      .filter(wanted)
      .map(({ object, key, definition }): CustomField => ({ object, key, field: definition })),
  };
}

/** The model of these rows. With `archived` it is what the tables hold, without it what people see. */
export const modelOf = (
  declared: readonly ObjectDefinition[],
  rows: CustomRows,
  options: { archived: boolean },
): Model => buildModel(declared, customOf(rows, options), 0);
