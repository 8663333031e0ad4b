import { isDeepStrictEqual } from 'node:util';
import type { Field, ObjectDefinition, ViewDefinition } from '#shared/define.ts';
import { notFound } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { loadCustomRows, modelOf, type CustomRows } from '../model/load-custom.ts';
import type { Workspaces } from '../workspaces.ts';
import { afterReset, overlayOf } from './overlay.ts';
import { requireAdministrator } from './require-administrator.ts';
import { revisionOf } from './revision.ts';

/** A field as an administrator sees it: declared, or added and perhaps archived. */
export type FieldSetting = Field & {
  /** Null for declared fields, which are known by their key. */
  id: string | null;
  key: string;
  object: string;
  custom: boolean;
  /** Declared, and something else is said of it here. */
  changed: boolean;
  position: number | null;
  archivedAt: string | null;
  /** Of a declared field: what cannot be taken from it. */
  declared?: { required: boolean; options?: readonly string[] };
};

type Shown = Pick<
  ModelObject,
  | 'key'
  | 'path'
  | 'label'
  | 'pluralLabel'
  | 'title'
  | 'reach'
  | 'custom'
  | 'search'
  | 'list'
  | 'quickCreate'
  | 'sections'
>;

export interface ObjectSetting extends Shown {
  /** Null for a declared object of which nothing was said. */
  id: string | null;
  /** Declared, and there is something that a reset takes back. */
  changed: boolean;
  archivedAt: string | null;
  /** Of everything that was said of it, for those who change it; see `designObject`. */
  revision: string;
  /** Made by administrators; `builtInViews` are the program's. */
  views: readonly ViewDefinition[];
  builtInViews: readonly ViewDefinition[];
  fields: FieldSetting[];
}

type Declared = readonly ObjectDefinition[];

export function presentObject(declared: Declared, rows: CustomRows, key: string): ObjectSetting {
  const object =
    modelOf(declared, rows, { archived: false }).objects.get(key) ??
    modelOf(declared, rows, { archived: true }).objects.get(key);
  if (!object) throw notFound();
  return present(declared, rows, object);
}

function present(declared: Declared, rows: CustomRows, object: ModelObject): ObjectSetting {
  const { key, path, label, pluralLabel, title, reach, custom } = object;
  const { search, list, quickCreate, sections } = object;
  const row = rows.objects.find((each) => each.key === key);
  const builtIn = new Set(declaredIn(declared, key)?.views?.map((view) => view.key));
  return {
    id: (custom ? row : rows.overlays.find((each) => each.object === key))?.id ?? null,
    key,
    path,
    label,
    pluralLabel,
    title,
    reach,
    custom,
    changed: !custom && isShaped(declared, rows, key),
    search,
    list,
    quickCreate,
    sections,
    views: object.views.filter((view) => !builtIn.has(view.key)),
    builtInViews: object.views.filter((view) => builtIn.has(view.key)),
    archivedAt: custom ? (row?.archivedAt ?? null) : null,
    revision: revisionOf(rows, key),
    fields: fieldsOf(declared, rows, object),
  };
}

export function presentField(
  declared: Declared,
  rows: CustomRows,
  object: string,
  key: string,
): FieldSetting {
  const field = presentObject(declared, rows, object).fields.find((each) => each.key === key);
  if (!field) throw notFound();
  return field;
}

const declaredIn = (declared: Declared, key: string) => declared.find((each) => each.key === key);

function isShaped(declared: Declared, rows: CustomRows, key: string): boolean {
  const definition = declaredIn(declared, key);
  return (
    definition !== undefined &&
    !isDeepStrictEqual(overlayOf(rows, key), afterReset(rows, definition))
  );
}

function fieldsOf(declared: Declared, rows: CustomRows, object: ModelObject): FieldSetting[] {
  const definition = declaredIn(declared, object.key);
  const shaped = overlayOf(rows, object.key).fields ?? {};
  const own = rows.fields.filter((row) => row.object === object.key);
  return [
    ...[...object.fields.values()].flatMap(({ system, ...field }) =>
      field.custom || system
        ? []
        : [presentDeclared(field, definition?.fields[field.key], object.key, shaped)],
    ),
    ...own
      // A release may have declared one of the same key since; that one is shown.
      .filter(({ key }) => !Object.hasOwn(definition?.fields ?? {}, key))
      .toSorted((a, b) => a.position - b.position)
      .map(({ definition: field, ...row }): FieldSetting => ({
        ...field,
        ...row,
        custom: true,
        changed: false,
      })),
  ];
}

function presentDeclared(
  field: Omit<ModelField, 'system'> & Field,
  declared: Field | undefined,
  object: string,
  shaped: object,
): FieldSetting {
  const options = declared && valueKind(declared).choices?.(declared);
  return {
    ...field,
    id: null,
    object,
    changed: Object.hasOwn(shaped, field.key),
    position: null,
    archivedAt: null,
    declared: { required: declared?.required === true, ...(options && { options }) },
  };
}

/** All objects, those of the program first; what was made here also when it is archived. */
export async function listObjectSettings(
  ctx: Ctx,
  { declarations }: Workspaces,
): Promise<ObjectSetting[]> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  const declared = declarations.objects;
  const inUse = modelOf(declared, rows, { archived: false }).objects;
  const all = modelOf(declared, rows, { archived: true }).objects;
  return [...all.values()].map((object) =>
    present(declared, rows, inUse.get(object.key) ?? object),
  );
}

/** Fields of an object of any kind, archived ones too. */
export async function listFieldSettings(
  ctx: Ctx,
  { declarations }: Workspaces,
  object: string,
): Promise<FieldSetting[]> {
  requireAdministrator(ctx);
  const rows = await loadCustomRows(ctx.db, ctx.workspace.schema);
  return presentObject(declarations.objects, rows, object).fields;
}
