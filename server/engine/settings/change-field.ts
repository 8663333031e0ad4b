import { Decimal } from 'decimal.js';
import type { Field } from '#shared/define.ts';
import { invalid, type ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { Ctx } from '../context.ts';
import type { Workspaces } from '../workspaces.ts';
import { raiseTo } from '../numbering/assign-numbers.ts';
import { numbersInUse } from '../numbering/numbers-in-use.ts';
import { findObject as findRecords } from '../records/find-object.ts';
import { withTransaction } from '../transaction.ts';
import type { CustomRows } from '../model/load-custom.ts';
import { asOwner, changeModel, type Settings } from './change-model.ts';
import { checkField, keptField } from './check-field.ts';
import { findDeclared, findObject, findOwnField, replaceField } from './find-setting.ts';
import type { FieldPatch } from './input.ts';
import { presentField, type FieldSetting } from './present-settings.ts';
import { requireAdministrator } from './require-administrator.ts';
import { shapeField } from './shape-field.ts';

/**
 * Changes words, obligation and options of a field; every value there is stays a value of it. Numbers of a new pattern
 * go on behind those that records have in it already.
 */
export async function changeField(
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  key: string,
  patch: FieldPatch,
): Promise<FieldSetting> {
  const { pattern } = patch;
  if (pattern === undefined) return changed(ctx, workspaces, object, key, patch);
  requireAdministrator(ctx);
  return withTransaction(asOwner(ctx, workspaces), async (inside) => {
    const field = await changed(inside, workspaces, object, key, patch);
    await goOn(inside, object, key, pattern);
    return field;
  });
}

/** Numbers of a changed pattern go on behind those that records have in it already. */
export async function goOn(ctx: Ctx, object: string, key: string, pattern: string): Promise<void> {
  const known = findRecords(ctx, object);
  const field = known.fields.get(key);
  if (field?.kind !== 'autoNumber') return;
  await raiseTo(ctx, await numbersInUse(ctx, known, { ...field, pattern }));
}

const changed = (
  ctx: Ctx,
  workspaces: Workspaces,
  object: string,
  key: string,
  patch: FieldPatch,
): Promise<FieldSetting> =>
  changeModel(ctx, workspaces, (settings) => {
    const rows = changedField(settings, object, key, patch);
    return { rows, result: presentField(settings.declared, rows, object, key) };
  });

export function changedField(
  settings: Settings,
  object: string,
  key: string,
  patch: FieldPatch,
): CustomRows {
  const known = findObject(settings, object).fields.get(key);
  const declared = findDeclared(settings, object);
  if (declared && known && !known.custom && !known.system)
    return shapeField(settings, declared, known, patch);
  const row = findOwnField(settings, object, key, { archived: false });
  const definition = keptField(patched(row.definition, patch));
  const errors = [
    ...narrowed(row.definition, definition),
    ...checkField(definition, findObject(settings, object), settings.model, ''),
  ];
  if (errors.length > 0) throw invalid(errors);
  return replaceField(settings.rows, { ...row, definition });
}

/** Checked again as a whole by keptField. */
const patched = (before: Field, patch: FieldPatch): Field => ({ ...before, ...patch }) as Field;

function narrowed(before: Field, after: Field): ValueError[] {
  const errors: ValueError[] = [];
  const low = limitOf(before, 'min');
  const high = limitOf(before, 'max');
  if (isBeyond(limitOf(after, 'min'), low, 1))
    errors.push({ path: 'min', code: 'tooLarge', ...(low !== null && { params: { max: low } }) });
  if (isBeyond(limitOf(after, 'max'), high, -1))
    errors.push({ path: 'max', code: 'tooSmall', ...(high !== null && { params: { min: high } }) });
  const left = new Set(choicesOf(after));
  for (const value of choicesOf(before))
    if (!left.has(value)) errors.push({ path: `options.${value}`, code: 'required' });
  return errors;
}

type Limit = string | number | null;

/** What is declared, or what the kind says when nothing is; null when it says nothing. */
function limitOf(field: Field, name: 'min' | 'max'): Limit {
  const declared: unknown = Reflect.get(field, name);
  if (typeof declared === 'number' || typeof declared === 'string') return declared;
  const schema = valueKind(field).jsonSchema(field);
  const words = name === 'max' ? ['maxLength', 'maximum'] : ['minimum'];
  return words.map((word) => schema[word]).find((limit) => typeof limit === 'number') ?? null;
}

/** A limit that was not there is beyond every one; one that is gone is not. */
function isBeyond(now: Limit, before: Limit, direction: 1 | -1): boolean {
  if (now === null) return false;
  return before === null || new Decimal(now).comparedTo(before) === direction;
}

const choicesOf = (field: Field): readonly string[] => valueKind(field).choices?.(field) ?? [];
