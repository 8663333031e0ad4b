import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ObjectDefinition } from '#shared/define.ts';
import { invalid, type ValueError } from '#shared/errors.ts';
import { autoNumber, type AutoNumberField } from '#shared/fields/autoNumber.ts';
import { valueKind } from '#shared/fields/index.ts';
import { choiceOptions, type SelectOption } from '#shared/fields/options.ts';
import type { ModelField } from '#shared/model.ts';
import type { FieldOverlay, OverlayOption } from '../model/apply-overlay.ts';
import type { CustomRows } from '../model/load-custom.ts';
import type { Settings } from './change-model.ts';
import type { FieldPatch } from './input.ts';
import { compact, overlayOf, replaceOverlay } from './overlay.ts';

const shapeable: ReadonlySet<string> = new Set([
  'label',
  'help',
  'section',
  'required',
  'options',
  'pattern',
  'importNames',
]);

/**
 * Says something of a declared field: its words, where it stands, that it has to be filled, more options where it is
 * open. Nothing that rules and records count on is taken away.
 */
export function shapeField(
  settings: Settings,
  object: ObjectDefinition,
  field: ModelField,
  patch: FieldPatch,
): CustomRows {
  const { key } = field;
  const declared = object.fields[key] ?? field;
  const errors: ValueError[] = [];
  const wrong = (path: string, code: ValueError['code']) => errors.push({ path, code });
  for (const name of Object.keys(patch)) if (!shapeable.has(name)) wrong(name, 'notWritable');
  const { label, help, section, required, pattern, importNames } = patch;
  const sections = settings.model.objects.get(object.key)?.sections ?? {};
  if (typeof section === 'string' && !Object.hasOwn(sections, section))
    wrong('section', 'notFound');
  if (required === false && declared.required) wrong('required', 'notWritable');
  if (required && (declared.readOnly || valueKind(declared).numbered))
    wrong('required', 'badOperator');
  const numbered = declared.kind === 'autoNumber' ? declared : undefined;
  if (pattern !== undefined && !numbered) wrong('pattern', 'notWritable');
  if (pattern !== undefined && numbered) errors.push(...checkPattern(numbered, pattern));
  const overlay = overlayOf(settings.rows, object.key);
  const after: Partial<Record<keyof FieldOverlay, unknown>> = {
    ...overlay.fields?.[key],
    ...(label && { label: unless(label, declared.label) }),
    ...(help !== undefined && { help: unless(help, declared.help) }),
    ...(section !== undefined && { section: unless(section, declared.section) }),
    ...(importNames !== undefined && {
      importNames: unless(importNames, declared.importNames),
    }),
    ...(required !== undefined && { required: required && !declared.required ? true : undefined }),
    ...(pattern !== undefined && { pattern: unless(pattern, numbered?.pattern) }),
    ...(patch.options && { options: shapedOptions(field, declared, patch.options, errors) }),
  };
  if (errors.length > 0) throw invalid(errors);
  // Each member was checked above, by the schema of the patch or by that of the options.
  const rows = replaceField(settings.rows, object.key, key, after as FieldOverlay);
  if (!patch.options) return rows;
  const { options } = after as FieldOverlay;
  return sameList(settings.declared, declared).reduce(
    (all, twin) => shareOptions(all, twin, options),
    rows,
  );
}

export const checkPattern = (field: AutoNumberField, pattern: string): ValueError[] =>
  (autoNumber.checkOptions?.({ ...field, pattern }) ?? []).map(({ code }) => ({
    path: 'pattern',
    code,
  }));

function replaceField(
  rows: CustomRows,
  object: string,
  key: string,
  said: FieldOverlay,
): CustomRows {
  const overlay = overlayOf(rows, object);
  const fields = compact({ ...overlay.fields, [key]: compact(said) });
  return replaceOverlay(rows, object, compact({ ...overlay, fields }));
}

type Declared = ModelField | ObjectDefinition['fields'][string];

/** Fields declared with one list keep one list: a value is carried from a record to another of a different object. */
const sameList = (objects: readonly ObjectDefinition[], declared: Declared) =>
  'options' in declared
    ? objects.flatMap(({ key: object, fields }) =>
        Object.entries(fields)
          .filter(([, field]) => 'options' in field && field.options === declared.options)
          .map(([key]) => ({ object, key })),
      )
    : [];

function shareOptions(
  rows: CustomRows,
  { object, key }: { object: string; key: string },
  options: FieldOverlay['options'],
): CustomRows {
  const { options: before = [], ...said } = overlayOf(rows, object).fields?.[key] ?? {};
  const named = new Set(options?.map(({ value }) => value));
  const left = before.filter(({ value, label }) => label && !named.has(value));
  const all = options && [...options, ...left];
  return replaceField(rows, object, key, { ...said, ...(all && { options: all }) });
}

/** Null gives back what is declared, and saying the same says nothing. */
const unless = <T>(said: T | null, declared: T | undefined): T | undefined =>
  said === null || isDeepStrictEqual(said, declared) ? undefined : said;

/** Errors as those of any schema, with `options.` before them. */
const optionList = z.strictObject({ options: choiceOptions.shape.options });

function shapedOptions(
  field: ModelField,
  declared: Declared,
  given: readonly unknown[],
  errors: ValueError[],
): readonly OverlayOption[] | undefined {
  const isChoice = (each: typeof declared) => each.kind === 'select' || each.kind === 'multiSelect';
  if (!isChoice(field) || !isChoice(declared)) {
    errors.push({ path: 'options', code: 'notWritable' });
    return undefined;
  }
  const wanted: SelectOption[] = optionList
    .parse({ options: given }, { reportInput: true })
    .options.map(({ color, archived, ...option }) => ({
      ...option,
      ...(color !== undefined && { color }),
      ...(archived && { archived }),
    }));
  const before = new Set(field.options.map(({ value }) => value));
  const ofProgram = new Map(declared.options.map((option) => [option.value, option]));
  const named = new Set(wanted.map(({ value }) => value));
  for (const value of before)
    if (!named.has(value)) errors.push({ path: `options.${value}`, code: 'required' });
  wanted.forEach(({ value, archived = false }, i) => {
    const known = ofProgram.get(value);
    if (known && archived !== (known.archived ?? false))
      errors.push({ path: `options.${i}.archived`, code: 'notWritable' });
    if (!before.has(value) && !field.open)
      errors.push({ path: `options.${i}.value`, code: 'notWritable' });
  });
  if (isDeepStrictEqual(wanted, declared.options)) return undefined;
  return wanted.map((option): OverlayOption => {
    const known = ofProgram.get(option.value);
    if (!known) return option;
    const { value, label, color } = option;
    return {
      value,
      ...(!isDeepStrictEqual(label, known.label) && { label }),
      ...(color !== undefined && color !== known.color && { color }),
    };
  });
}
