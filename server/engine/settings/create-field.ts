import { invalid, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { addFields } from './add-fields.ts';
import { changeModel } from './change-model.ts';
import { findObject } from './find-setting.ts';
import type { FieldInput } from './input.ts';
import { presentField, type FieldSetting } from './present-settings.ts';

/** Adds a field to an object, standard or custom. */
export const createField = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  input: FieldInput,
): Promise<FieldSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    findObject(settings, object);
    const errors: ValueError[] = [];
    const rows = addFields(settings, settings.rows, object, [input], errors, () => '');
    if (errors.length > 0) throw invalid(errors);
    return { rows, result: presentField(settings.declared, rows, object, input.key) };
  });
