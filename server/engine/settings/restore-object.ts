import { invalid, notFound, type ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { changeModel } from './change-model.ts';
import { checkField } from './check-field.ts';
import { replaceObject } from './find-setting.ts';
import { mostObjects } from './limits.ts';
import { presentObject, type ObjectSetting } from './present-settings.ts';

/** Brings an archived object back with its records. */
export const restoreObject = (
  ctx: Ctx,
  workspaces: Workspaces,
  key: string,
): Promise<ObjectSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const row = settings.rows.objects.find((each) => each.key === key && each.archivedAt !== null);
    if (!row) throw notFound();
    const rows = replaceObject(settings.rows, { ...row, archivedAt: null });
    const model = settings.modelOf(rows);
    const object = model.objects.get(key);
    // What its fields point to may have been archived after it.
    const errors: ValueError[] = [...(object?.fields.values() ?? [])]
      .filter(({ system }) => !system)
      .flatMap((field) => checkField(field, object ?? { sections: {} }, model, `${field.key}.`));
    // A release may have brought an object of the same name meanwhile.
    if (settings.model.objects.has(key)) errors.push({ path: 'key', code: 'notUnique' });
    if (settings.model.byPath.has(row.definition.path))
      errors.push({ path: 'path', code: 'notUnique' });
    if (rows.objects.filter(({ archivedAt }) => archivedAt === null).length > mostObjects)
      errors.push({ path: 'objects', code: 'tooMany', params: { max: mostObjects } });
    if (errors.length > 0) throw invalid(errors);
    return { rows, result: presentObject(settings.declared, rows, key) };
  });
