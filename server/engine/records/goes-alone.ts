import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { rollupsOf } from '../rollups/rollups-of.ts';
import type { ParseOptions } from './parse-values.ts';
import { pickFields } from './pick-fields.ts';
import { references } from './references.ts';

/**
 * One record that nothing else is written or locked for is written by one statement without a transaction around it:
 * its counter and its row are then held only while the database works, not while this process thinks.
 */
export const mayGoAlone = (ctx: Ctx, object: ModelObject, options: ParseOptions): boolean =>
  ctx.rules.get(object.key)?.afterWrite === undefined &&
  rollupsOf(ctx.model, object).length === 0 &&
  options.warn === undefined;

export const goesAlone = (object: ModelObject, written: readonly string[]): boolean =>
  !linking(object).some(({ key }) => written.includes(key));

/** What a record refers to is locked until it is written, files are given to it, and a number it brings is noted. */
const linking = pickFields(
  (field) =>
    !field.system &&
    (['record', 'file'].includes(references[field.kind]?.to ?? '') ||
      valueKind(field).numbered !== undefined),
);
