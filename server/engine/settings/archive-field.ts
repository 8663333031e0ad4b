import type { Ctx } from '../context.ts';
import type { ObjectRow } from '../model/load-custom.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
import { findObject, findOwnField, inUse, replaceField } from './find-setting.ts';
import { presentField, type FieldSetting } from './present-settings.ts';

/** Takes a field out of use; its values stay and come back with `restoreField`. */
export const archiveField = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  key: string,
): Promise<FieldSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const row = findOwnField(settings, object, key, { archived: false });
    const { title, reach, views } = findObject(settings, object);
    const isBearing = title === key || (typeof reach === 'object' && reach.through === key);
    if (isBearing) throw inUse([findObject(settings, object).label[ctx.actor.language]]);
    const users = views.filter((view) => mentions(view, key));
    if (users.length > 0) throw inUse(users.map(({ label }) => label[ctx.actor.language]));
    const archived = replaceField(settings.rows, { ...row, archivedAt: ctx.now.toISOString() });
    const rows = {
      ...archived,
      objects: archived.objects.map((each) => (each.key === object ? without(each, key) : each)),
    };
    return { rows, result: presentField(settings.declared, rows, object, key) };
  });

/** Whether a view filters or sorts by the field; a column that is gone is left out by itself. */
const mentions = ({ where, sort = '' }: { where?: unknown; sort?: string }, key: string): boolean =>
  sort.split(',').some((term) => term.replace(/^-/, '').split('.')[0] === key) ||
  new RegExp(`"field":"${key}[".]`).test(JSON.stringify(where ?? null));

/** An object whose lists do not name the field any more. */
function without(row: ObjectRow, key: string): ObjectRow {
  const rest = (keys: readonly string[]) => keys.filter((each) => each !== key);
  const { search, list, quickCreate, views, ...definition } = row.definition;
  return {
    ...row,
    definition: {
      ...definition,
      ...(search && { search: rest(search) }),
      ...(list && { list: rest(list) }),
      ...(quickCreate && { quickCreate: rest(quickCreate) }),
      ...(views && {
        views: views.map((view) => ({
          ...view,
          ...(view.columns && { columns: rest(view.columns) }),
        })),
      }),
    },
  };
}
