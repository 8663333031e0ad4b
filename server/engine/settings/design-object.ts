import { AppError, invalid, stale, type ValueError } from '#shared/errors.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import type { Ctx } from '../context.ts';
import type { CustomRows } from '../model/load-custom.ts';
import { withTransaction } from '../transaction.ts';
import type { Workspaces } from '../workspaces.ts';
import { addFields } from './add-fields.ts';
import { changedField, goOn } from './change-field.ts';
import { asOwner, changeModel, type Settings } from './change-model.ts';
import { changedObject } from './change-object.ts';
import { findObject } from './find-setting.ts';
import type { Design } from './input.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';
import { orderedFields } from './reorder-fields.ts';
import { replaceLayout } from './replace-layout.ts';
import { requireAdministrator } from './require-administrator.ts';
import { revisionOf } from './revision.ts';
import { isSavedForEveryone, laidOut } from './set-layout.ts';

/**
 * Changes an object, its fields and its layouts in one go: all of it or, with every error told, nothing. Based on
 * something that another administrator has changed since, it is stale.
 */
export async function designObject(
  ctx: Ctx,
  workspaces: Workspaces,
  key: string,
  design: Design,
): Promise<ObjectSetting> {
  requireAdministrator(ctx);
  const saved = await savedViews(ctx, key, design);
  return withTransaction(asOwner(ctx, workspaces), async (inside) => {
    const result = await changeModel(inside, workspaces, (settings, within) => {
      findObject(settings, key);
      if (revisionOf(settings.rows, key) !== design.revision)
        throw stale(presentObject(settings.declared, settings.rows, key));
      const rows = designed(settings, within, key, design, saved);
      return { rows, result: presentObject(settings.declared, rows, key) };
    });
    for (const [field, { pattern }] of Object.entries(design.changed))
      if (pattern !== undefined) await goOn(inside, key, field, pattern);
    return result;
  });
}

/** What each step leaves is what the next one finds: a list may name a field that was added with it. */
function designed(
  settings: Settings,
  ctx: Ctx,
  key: string,
  { added, changed, object: { sections, ...object } = {}, order, layouts }: Design,
  saved: ReadonlySet<string>,
): CustomRows {
  const errors: ValueError[] = [];
  let now = settings;
  const step = (path: string, change: (settings: Settings) => CustomRows) => {
    try {
      const rows = change(now);
      now = { ...now, rows, model: now.modelOf(rows) };
    } catch (error) {
      if (!(error instanceof AppError) || error.errors.length === 0) throw error;
      errors.push(...error.errors.map((each) => ({ ...each, path: `${path}.${each.path}` })));
    }
  };
  if (sections) step('object', (at) => changedObject(at, ctx, key, { sections }));
  step('added', (at) => {
    const wrong: ValueError[] = [];
    const rows = addFields(at, at.rows, key, added, wrong, (i) => `${i}.`);
    if (wrong.length > 0) throw invalid(wrong);
    return rows;
  });
  // Whatever names a field that could not be added would only repeat it.
  if (errors.length > 0) throw invalid(errors);
  for (const [field, patch] of Object.entries(changed))
    step(`changed.${field}`, (at) => changedField(at, key, field, patch));
  if (Object.keys(object).length > 0) step('object', (at) => changedObject(at, ctx, key, object));
  if (order) step('order', (at) => orderedFields(at, key, order));
  for (const [role, definition] of Object.entries(layouts))
    step(`layouts.${role}`, (at) =>
      definition === null
        ? replaceLayout(at.rows, key, role, null)
        : laidOut(at, ctx, key, { role, definition }, saved.has(definition.defaultView ?? '')),
    );
  if (errors.length > 0) throw invalid(errors);
  return now.rows;
}

/** Views that layouts open with and that everyone has, asked for before the lock is taken. */
async function savedViews(ctx: Ctx, key: string, { layouts }: Design): Promise<Set<string>> {
  const known = new Set<string>();
  const named = Object.values(layouts).map(
    (layout: LayoutDefinition | null) => layout?.defaultView,
  );
  for (const view of named)
    if (view !== undefined && (await isSavedForEveryone(ctx, key, view))) known.add(view);
  return known;
}
