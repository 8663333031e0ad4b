import type { Field, ObjectDefinition } from '#shared/define.ts';
import type { Model } from '#shared/model.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import type { Db } from '../db.ts';
import { qualified } from '../records/sql.ts';
import type { ObjectOverlay } from './apply-overlay.ts';
import {
  buildModel,
  type CustomField,
  type CustomObject,
  type Customization,
  type Layout,
  type Overlay,
} from './build-model.ts';

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

/** `definition` is null once it was taken back: what it was said of is as declared again. */
export interface OverlayRow {
  id: string;
  object: string;
  definition: ObjectOverlay | null;
}

export interface LayoutRow {
  id: string;
  object: string;
  role: string | null;
  definition: LayoutDefinition | null;
}

/** What an administrator made that tables are made of, archived things too; fields in the order of forms. */
export interface TableRows {
  objects: readonly ObjectRow[];
  fields: readonly FieldRow[];
}

/** Everything an administrator made. */
export interface CustomRows extends TableRows {
  overlays: readonly OverlayRow[];
  layouts: readonly LayoutRow[];
}

/** The query for the rows of tables as one row of JSON, so that it can be asked of many workspaces at once. */
export const customRowsSql = (schema: string): string => `select
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key, 'definition', definition,
    'archivedAt', archived_at) order by created_at, key), '[]') from ${qualified(schema, 'custom_object')}),
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'object', object, 'key', key, 'definition', definition,
    'position', position, 'archivedAt', archived_at) order by position, created_at, key), '[]')
    from ${qualified(schema, 'custom_field')})`;

const shapeSql = (schema: string): string => `select
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'object', object, 'definition', definition)
    order by object), '[]') from ${qualified(schema, 'object_setting')}),
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'object', object, 'role', role_id,
    'definition', definition) order by object, id), '[]') from ${qualified(schema, 'layout')})`;

export async function loadCustomRows(db: Db, schema: string): Promise<CustomRows> {
  const [row] = await db.query(
    `select * from (${customRowsSql(schema)}) made(o, f), (${shapeSql(schema)}) shaped(s, l)`,
    [],
  );
  type Row = [ObjectRow[], FieldRow[], OverlayRow[], LayoutRow[]];
  // Written by engine/settings only, which checked them against the same types.
  const [objects, fields, overlays, layouts] = (row ?? [[], [], [], []]) as Row;
  return { objects, fields, overlays, layouts };
}

/** What is in use; archived things stay in the tables but not in the model. */
export async function loadCustom(db: Db, schema: string) {
  return customOf(await loadCustomRows(db, schema), { archived: false });
}

function customOf(
  { objects, fields, overlays = [], layouts = [] }: TableRows & Partial<CustomRows>,
  { archived }: { archived: boolean },
): Customization {
  const wanted = ({ archivedAt }: { archivedAt: string | null }) => archived || archivedAt === null;
  return {
    objects: objects.filter(wanted).map(({ definition }): CustomObject => definition),
    fields: fields
      .filter(wanted)
      .map(({ object, key, definition }): CustomField => ({ object, key, field: definition })),
    overlays: overlays.flatMap(({ object, definition }): Overlay[] =>
      definition === null ? [] : [{ object, definition }],
    ),
    layouts: layouts.flatMap(({ object, role, definition }): Layout[] =>
      definition === null ? [] : [{ object, role, definition }],
    ),
  };
}

/** The model of these rows. With `archived` it is what the tables hold, without it what people see. */
export const modelOf = (
  declared: readonly ObjectDefinition[],
  rows: TableRows & Partial<CustomRows>,
  options: { archived: boolean },
): Model => buildModel(declared, customOf(rows, options), 0);
