import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Access, ObjectAccess, Reach } from '#engine/access/access.ts';
import type { Ctx } from '#engine/context.ts';

const texts = new WeakMap<Access, { version: number; text: string }>();

/** The model as JSON, with what the actor may do; made once per version and role. */
export function presentModel({ model, access }: Pick<Ctx, 'model' | 'access'>): string {
  const known = texts.get(access);
  if (known?.version === model.version) return known.text;
  const objects = [...model.objects.values()]
    .filter(({ key }) => isVisible(access.of(key)))
    .map((object) => presentObject(object, access.of(object.key)));
  const text = JSON.stringify({ version: model.version, objects }, plainOptions);
  texts.set(access, { version: model.version, text });
  return text;
}

/** An object one may neither read nor create is not there. */
export const isVisible = ({ read, create }: ObjectAccess): boolean =>
  create || reachOf(read) !== 'none';

function presentObject(object: ModelObject, access: ObjectAccess) {
  const isShown = (key: string) => !access.hidden.has(key);
  return {
    ...object,
    fields: [...object.fields.values()]
      .filter(({ key }) => isShown(key))
      .map((field) => ({ ...field, writable: isWritable(field, access) })),
    search: object.search.filter(isShown),
    list: object.list.filter(isShown),
    quickCreate: object.quickCreate.filter(isShown),
    duplicates: object.duplicates.filter(({ field }) => isShown(field)),
    rights: {
      read: reachOf(access.read),
      create: access.create,
      update: reachOf(access.update),
      delete: reachOf(access.delete),
      export: access.export,
      import: access.import,
    },
  };
}

export const isWritable = (field: ModelField, access: ObjectAccess): boolean =>
  field.readOnly !== true && !access.readOnly.has(field.key) && !access.hidden.has(field.key);

/** `some`: it depends on the record. */
function reachOf(reach: Reach): 'all' | 'some' | 'none' {
  if (reach === true) return 'all';
  return 'nothing' in reach ? 'none' : 'some';
}

/** Options of a kind that JSON has no form for. */
const plainOptions = (_key: string, value: unknown): unknown =>
  value instanceof RegExp ? value.source : value;
