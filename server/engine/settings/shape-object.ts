import { isDeepStrictEqual } from 'node:util';
import type { ObjectDefinition } from '#shared/define.ts';
import { invalid, notFound, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { ObjectOverlay } from '../model/apply-overlay.ts';
import type { CustomRows } from '../model/load-custom.ts';
import type { Settings } from './change-model.ts';
import { checkLists, checkViews } from './check-object.ts';
import type { ObjectPatch } from './input.ts';
import { compact, overlayOf, replaceOverlay } from './overlay.ts';

/** Says something of a declared object. What is as declared is not kept, so that later releases are seen. */
export function shapeObject(
  settings: Settings,
  ctx: Ctx,
  declared: ObjectDefinition,
  patch: ObjectPatch,
): CustomRows {
  const object = settings.model.objects.get(declared.key);
  if (!object) throw notFound();
  const { views: added, ...before } = overlayOf(settings.rows, declared.key);
  const { title, sections, views: given, ...said } = patch;
  // Their filters are checked below: the schema leaves them open.
  const views = given as ObjectOverlay['views'];
  const errors: ValueError[] = checkLists({ ...object, ...said });
  if (title !== undefined && title !== declared.title)
    errors.push({ path: 'title', code: 'notWritable' });
  const kept = views ?? added ?? [];
  const after: ObjectOverlay = {
    ...before,
    ...unlike(said, declared),
    ...(sections && { sections: compact(unlike(sections, declared.sections ?? {})) }),
    ...(kept.length > 0 && { views: kept }),
  };
  if (sections) errors.push(...missingSections(settings, declared, after));
  const taken = new Set((declared.views ?? []).map(({ key }) => key));
  views?.forEach(({ key }, i) => {
    if (taken.has(key)) errors.push({ path: `views.${i}.key`, code: 'notUnique' });
  });
  if (views) errors.push(...checkViews(ctx, object, views, settings.model));
  if (errors.length > 0) throw invalid(errors);
  return replaceOverlay(settings.rows, declared.key, compact(after));
}

/** Of what was said, what the declaration does not say itself; `undefined` where it does. */
const unlike = <T extends object>(said: T, declared: object): T =>
  // Only members of `said`, of the same type or taken away.
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      isDeepStrictEqual(value, Reflect.get(declared, name)) ? undefined : value,
    ]),
  ) as T;

/** Sections that fields stand in and that are none any more. */
function missingSections(
  { rows, model }: Settings,
  declared: ObjectDefinition,
  { sections = {}, fields = {} }: ObjectOverlay,
): ValueError[] {
  const known = new Set([...Object.keys(declared.sections ?? {}), ...Object.keys(sections)]);
  const before = Object.keys(model.objects.get(declared.key)?.sections ?? {});
  const used = new Set([
    ...Object.values(fields).map(({ section }) => section),
    ...rows.fields
      .filter(({ object }) => object === declared.key)
      .map(({ definition }) => definition.section),
  ]);
  return before
    .filter((key) => !known.has(key) && used.has(key))
    .map((key): ValueError => ({ path: `sections.${key}`, code: 'required' }));
}
