import type { Field, ObjectDefinition } from '#shared/define.ts';
import type { Model, ModelField, ModelObject } from '#shared/model.ts';
import { everyone, type LayoutDefinition } from '#shared/page-layout.ts';
import { applyOverlay, type ObjectOverlay } from './apply-overlay.ts';
import { systemFields } from './system-fields.ts';

/** A field an administrator added to an object, standard or not. */
export interface CustomField {
  object: string;
  key: string;
  field: Field;
}

/** What an administrator says of an object of their own; its fields are custom fields. */
export type CustomObject = Omit<ObjectDefinition, 'fields'>;

/** What an administrator says of an object that is declared. */
export interface Overlay {
  object: string;
  definition: ObjectOverlay;
}

export interface Layout {
  object: string;
  /** Null: everyone. */
  role: string | null;
  definition: LayoutDefinition;
}

/** What a workspace has besides the declarations. */
export interface Customization {
  objects: readonly CustomObject[];
  fields: readonly CustomField[];
  overlays?: readonly Overlay[];
  layouts?: readonly Layout[];
}

/** Joins what the code declares with what the workspace added, into one frozen model. */
export function buildModel(
  declared: readonly ObjectDefinition[],
  custom: Customization,
  version: number,
): Model {
  const objects = new Map<string, ModelObject>();
  const known = new Set([...declared, ...custom.objects].map(({ key }) => key));
  const fields = custom.fields.filter(({ object }) => known.has(object));
  const inUse = { ...custom, fields };
  for (const definition of declared) {
    const overlay = custom.overlays?.find(({ object }) => object === definition.key);
    const shaped = overlay ? applyOverlay(definition, overlay.definition, fields) : definition;
    objects.set(definition.key, toModel(shaped, false, inUse));
  }
  for (const definition of custom.objects) {
    // A later release may declare what an administrator made before; what is declared has rules that count on it.
    if (!objects.has(definition.key))
      objects.set(definition.key, toModel({ ...definition, fields: {} }, true, inUse));
  }
  const byPath = new Map([...objects.values()].map((object) => [object.path, object]));
  return Object.freeze({ version, objects, byPath });
}

function toModel(
  definition: ObjectDefinition,
  custom: boolean,
  { fields: customFields, layouts = [] }: Customization,
): ModelObject {
  const fields = new Map<string, ModelField>();
  const add = (key: string, field: Field, flags: { custom: boolean; system: boolean }) =>
    fields.set(key, Object.freeze({ ...field, ...workedOut(field), key, ...flags }));
  for (const [key, field] of Object.entries(definition.fields)) {
    add(key, field, { custom, system: false });
  }
  for (const { object, key, field } of customFields) {
    if (object === definition.key && !fields.has(key))
      add(key, field, { custom: true, system: false });
  }
  for (const [key, field] of Object.entries(systemFields(definition))) {
    add(key, field, { custom: false, system: true });
  }
  return Object.freeze({
    key: definition.key,
    path: definition.path,
    label: definition.label,
    pluralLabel: definition.pluralLabel,
    title: definition.title,
    custom,
    reach: definition.reach,
    fields,
    search: definition.search ?? [definition.title],
    list: definition.list ?? usualList(definition.title, fields),
    ...(definition.sort !== undefined && { sort: definition.sort }),
    ...(definition.opensWith !== undefined && { opensWith: definition.opensWith }),
    related: [...(definition.related ?? []), ...pointingHere(definition.key, customFields)],
    sections: definition.sections ?? {},
    duplicates: definition.duplicates ?? [],
    unique: definition.unique ?? [],
    indexes: definition.indexes ?? [],
    participants: definition.participants ?? [],
    ...(definition.untold !== undefined && { untold: definition.untold }),
    seenWith: definition.seenWith ?? [],
    ...(definition.seenWhen && { seenWhen: definition.seenWhen }),
    confidential: definition.confidential ?? false,
    shares: definition.shares ?? true,
    ...(definition.unread && { unread: definition.unread }),
    ...(definition.within !== undefined && { within: definition.within }),
    inNavigation: definition.inNavigation ?? true,
    goesWith: definition.goesWith ?? [],
    views: definition.views ?? [],
    quickCreate: definition.quickCreate ?? [definition.title],
    ...(definition.remind && { remind: definition.remind }),
    ...(definition.timeline && { timeline: definition.timeline }),
    layouts: new Map(
      layouts
        .filter(({ object }) => object === definition.key)
        .map((layout) => [layout.role ?? everyone, layout.definition]),
    ),
  });
}

/** Where nobody chose columns: what a record is called, and the first of what was said of it that is read in a line. */
const usualList = (title: string, fields: ReadonlyMap<string, ModelField>): string[] => [
  title,
  ...[...fields.values()]
    .filter(({ key, kind, system }) => key !== title && !system && !longKinds.has(kind))
    .slice(0, 6)
    .map(({ key }) => key),
];
const longKinds: ReadonlySet<string> = new Set(['longText', 'richText', 'json', 'file', 'files']);

/** Nobody writes what is worked out, and nothing points to a new record. */
const workedOut = ({ rollup }: Field) =>
  rollup && { readOnly: true, ...(rollup.fn === 'count' && { default: 0 }) };

/** Relations an administrator made show on the page they point to, as declared ones do. */
const pointingHere = (key: string, fields: readonly CustomField[]): string[] =>
  fields
    .filter(({ field }) => field.kind === 'relation' && field.to === key)
    .map((each) => `${each.object}.${each.key}`);
