import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { references } from '../../records/references.ts';

/** An object whose records can come in the same rows: `parent` is pointed to by the main object, `child` points to it. */
export interface Relative {
  object: ModelObject;
  side: 'parent' | 'child';
  /** The relation between the two: a field of the main object for a parent, of the child for a child. */
  link: ModelField;
}

/** Where a column can go. */
export interface Target {
  /** `phones` or `contact.phones`. */
  path: string;
  object: ModelObject;
  field: ModelField;
  relative?: Relative;
}

/** Objects beside the main one, each by the first relation between them; lists only where there is nothing else. */
export function relativesOf(ctx: Ctx, main: ModelObject): Relative[] {
  const found = new Map<string, Relative>();
  const add = (relative: Relative) => {
    const { object } = relative;
    if (object.key !== main.key && !found.has(object.key)) found.set(object.key, relative);
  };
  const canImport = (key: string) => ctx.access.of(key).import;
  for (const kind of ['relation', 'relations'] as const) {
    for (const link of main.fields.values()) {
      if (link.kind !== kind || link.system) continue;
      const object = ctx.model.objects.get(link.to);
      if (object && canImport(object.key)) add({ object, side: 'parent', link });
    }
  }
  for (const object of ctx.model.objects.values()) {
    const link = [...object.fields.values()].find(
      (field) => field.kind === 'relation' && !field.system && field.to === main.key,
    );
    if (link && canImport(object.key)) add({ object, side: 'child', link });
  }
  return [...found.values()];
}

/** Fields an import may fill: what the actor may write, brought codes, and the id to find a record by. */
export function targetFields(ctx: Ctx, object: ModelObject): ModelField[] {
  const { hidden, readOnly } = ctx.access.of(object.key);
  return [...object.fields.values()].filter(
    (field) =>
      !hidden.has(field.key) &&
      !readOnly.has(field.key) &&
      references[field.kind]?.to !== 'file' &&
      (!field.system || !field.readOnly || field.key === 'id'),
  );
}

export function targetsOf(ctx: Ctx, main: ModelObject): Map<string, Target> {
  const own = targetFields(ctx, main).map((field): Target => ({
    path: field.key,
    object: main,
    field,
  }));
  const others = relativesOf(ctx, main).flatMap((relative) =>
    targetFields(ctx, relative.object)
      .filter(({ key }) => relative.side === 'parent' || key !== relative.link.key)
      .map((field): Target => ({
        path: `${relative.object.key}.${field.key}`,
        object: relative.object,
        field,
        relative,
      })),
  );
  return new Map([...own, ...others].map((target) => [target.path, target]));
}
