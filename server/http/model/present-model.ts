import type { ModelField, ModelObject } from '#shared/model.ts';
import type { PageLayout } from '#shared/page-layout.ts';
import type { Access, ObjectAccess, Reach } from '#engine/access/access.ts';
import { effectiveLayout, saidLayout } from '#shared/effective-layout.ts';
import { knownTimeline } from '#engine/timeline/known-timeline.ts';
import { builtInViews } from '#engine/views/built-in-views.ts';
import type { Ctx } from '#engine/context.ts';

const texts = new WeakMap<Access, { version: number; text: string }>();

/** The model as JSON, with what the actor may do; made once per version and role. */
export function presentModel(ctx: Ctx): string {
  const { model, access } = ctx;
  const known = texts.get(access);
  if (known?.version === model.version) return known.text;
  const objects = [...model.objects.values()]
    .filter(({ key }) => isVisible(access.of(key)))
    .map((object) => presentObject(ctx, object));
  const text = JSON.stringify({ version: model.version, objects }, plainOptions);
  texts.set(access, { version: model.version, text });
  return text;
}

/** An object one may neither read nor create is not there. */
export const isVisible = ({ read, create }: ObjectAccess): boolean =>
  create || reachOf(read) !== 'none';

function presentObject(ctx: Ctx, object: ModelObject) {
  const access = ctx.access.of(object.key);
  const isShown = (key: string) => !access.hidden.has(key);
  const layout = layoutFor(ctx, object);
  return {
    ...object,
    layouts: undefined,
    goesWith: undefined,
    // It is the layout's, which may name another.
    opensWith: undefined,
    seenWhen: undefined,
    confidential: undefined,
    timeline: knownTimeline(ctx, object),
    layout,
    title: isShown(object.title) ? object.title : null,
    fields: [...object.fields.values()]
      .filter(({ key }) => isShown(key))
      .map((field) => ({
        ...field,
        ...(layout.required.includes(field.key) && { required: true }),
        writable: isWritable(field, access),
      })),
    search: object.search.filter(isShown),
    list: object.list.filter(isShown),
    quickCreate: object.quickCreate.filter(isShown),
    related: object.related.filter((path) => isRelatedShown(ctx, path)),
    unique: object.unique.filter((keys) => keys.every(isShown)),
    views: builtInViews(ctx, object).map(({ key, label, definition }) => {
      const { where, sort, columns } = definition;
      return { key, label, where, sort, columns };
    }),
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

/** The actor's layout, without what does not exist for them or cannot be filled by them. */
function layoutFor(ctx: Ctx, object: ModelObject): PageLayout {
  const access = ctx.access.of(object.key);
  const isShown = (key: string) => !access.hidden.has(key);
  const said = saidLayout(object, ctx.actor.kind === 'member' ? ctx.actor.roleId : null);
  const layout = effectiveLayout(object, said);
  return {
    facts: layout.facts.filter(isShown),
    sections: layout.sections
      .map((section) => ({ ...section, fields: section.fields.filter(isShown) }))
      .filter(({ fields }) => fields.length > 0),
    hidden: layout.hidden.filter(isShown),
    required: layout.required.filter((key) => isShown(key) && !access.readOnly.has(key)),
    quickCreate: layout.quickCreate.filter(isShown),
    related: layout.related.filter((path) => isRelatedShown(ctx, path)),
    defaultView: layout.defaultView,
  };
}

/** `object.field`: the field of another object that points here. */
function isRelatedShown({ access, model }: Ctx, path: string): boolean {
  const [object = '', field = ''] = path.split('.');
  const other = access.of(object);
  const isThere = model.objects.get(object)?.fields.has(field) === true;
  return isThere && isVisible(other) && !other.hidden.has(field);
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
