import { invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { tooMany } from './add-fields.ts';
import { changeModel } from './change-model.ts';
import { checkField } from './check-field.ts';
import { findObject, findOwnField, replaceField } from './find-setting.ts';
import { presentField, type FieldSetting } from './present-settings.ts';

/** Brings an archived field back with the values it had. */
export const restoreField = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  key: string,
): Promise<FieldSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const row = findOwnField(settings, object, key, { archived: true });
    const known = findObject(settings, object);
    const rows = replaceField(settings.rows, { ...row, archivedAt: null });
    const model = settings.modelOf(rows);
    const errors = [
      // A release may have brought a field of the same name meanwhile.
      ...(known.fields.has(key) ? [{ path: 'key', code: 'notUnique' as const }] : []),
      ...checkField(row.definition, known, model, ''),
      ...tooMany(rows, object, model.objects.get(object)),
    ];
    if (errors.length > 0) throw invalid(errors);
    return { rows, result: presentField(settings.declared, rows, object, key) };
  });
