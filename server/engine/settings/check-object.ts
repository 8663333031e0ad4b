import { AppError, type ValueError } from '#shared/errors.ts';
import type { Model, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { buildAccess } from '../access/build-access.ts';
import { systemActor } from '../actor.ts';
import { parseFilter } from '../records/parse-filter.ts';
import { parseSort } from '../records/sort.ts';

/** What an object says of its fields has to be true of them. */
export function checkObject(ctx: Ctx, object: ModelObject, model: Model): ValueError[] {
  const errors = checkLists(object);
  for (const { section } of object.fields.values())
    if (section !== undefined && !Object.hasOwn(object.sections, section))
      errors.push({ path: `sections.${section}`, code: 'required' });
  const title = object.fields.get(object.title);
  if (!title || title.system) errors.push({ path: 'title', code: 'notFound' });
  else if (!titleKinds.has(title.kind)) errors.push({ path: 'title', code: 'badOperator' });
  if (typeof object.reach === 'object') {
    const through = object.fields.get(object.reach.through);
    if (through?.kind !== 'relation' || !through.required || through.to === object.key)
      errors.push({ path: 'reach.through', code: 'notFound' });
  }
  return [...errors, ...checkViews(ctx, object, object.views, model)];
}

type Lists = Pick<ModelObject, 'fields' | 'title' | 'search' | 'list' | 'quickCreate'>;

export const checkLists = (object: Lists): ValueError[] =>
  (['search', 'list', 'quickCreate'] as const).flatMap((name) =>
    checkKeys(object, name, object[name]),
  );

export const checkKeys = (
  { fields, title }: Pick<ModelObject, 'fields' | 'title'>,
  path: string,
  keys: readonly string[],
): ValueError[] =>
  keys.flatMap((key, i): ValueError[] => {
    // Lists are of the title alone when nobody said more; that is checked by itself.
    if (!fields.has(key) && key !== title) return [{ path: `${path}.${i}`, code: 'notFound' }];
    return keys.indexOf(key) === i ? [] : [{ path: `${path}.${i}`, code: 'notUnique' }];
  });

export function checkViews(
  ctx: Ctx,
  object: ModelObject,
  views: ModelObject['views'],
  model: Model,
): ValueError[] {
  const errors: ValueError[] = [];
  const actor = systemActor('settings', ctx.workspace.settings);
  const inside = { ...ctx, model, actor, access: buildAccess(actor, ctx.directory, model) };
  views.forEach(({ where, sort, columns = [] }, i) => {
    errors.push(...checkKeys(object, `views.${i}.columns`, columns));
    if (where !== undefined)
      errors.push(...errorsOf(`views.${i}.`, () => parseFilter(inside, object, where)));
    if (sort !== undefined)
      errors.push(...errorsOf(`views.${i}.`, () => parseSort(inside, object, sort)));
  });
  const viewKeys = views.map(({ key }) => key);
  if (new Set(viewKeys).size < viewKeys.length) errors.push({ path: 'views', code: 'notUnique' });
  return errors;
}

/** Kinds whose value is a short text by itself. */
export const titleKinds: ReadonlySet<string> = new Set([
  'text',
  'fullName',
  'autoNumber',
  'email',
  'phone',
  'url',
]);

function errorsOf(prefix: string, work: () => unknown): ValueError[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.errors.map((each) => ({ ...each, path: `${prefix}${each.path}` }));
  }
}
