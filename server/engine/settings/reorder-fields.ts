import { invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import type { CustomRows } from '../model/load-custom.ts';
import { changeModel, type Settings } from './change-model.ts';
import { findObject } from './find-setting.ts';

/** Puts the custom fields of an object into this order; every one in use has to be named once. */
export const reorderFields = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  keys: readonly string[],
): Promise<void> =>
  changeModel(ctx, workspaces, (settings) => ({
    rows: orderedFields(settings, object, keys),
    result: undefined,
  }));

export function orderedFields(
  settings: Settings,
  object: string,
  keys: readonly string[],
): CustomRows {
  findObject(settings, object);
  const own = settings.rows.fields.filter((row) => row.object === object);
  const used = own.filter(({ archivedAt }) => archivedAt === null).map(({ key }) => key);
  const errors: ValueError[] = [
    ...keys.flatMap((key, i): ValueError[] => {
      if (!used.includes(key)) return [{ path: `keys.${i}`, code: 'notFound' }];
      return keys.indexOf(key) === i ? [] : [{ path: `keys.${i}`, code: 'notUnique' }];
    }),
    ...used
      .filter((key) => !keys.includes(key))
      .map((key): ValueError => ({ path: `keys.${key}`, code: 'required' })),
  ];
  if (errors.length > 0) throw invalid(errors);
  const fields = settings.rows.fields.map((row) =>
    row.object === object && row.archivedAt === null
      ? { ...row, position: keys.indexOf(row.key) + 1 }
      : row,
  );
  return { ...settings.rows, fields };
}
