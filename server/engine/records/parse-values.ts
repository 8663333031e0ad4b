import type { ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { Refusal } from '#shared/fields/kind.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { requiredByLayout, saidLayout } from '#shared/effective-layout.ts';
import { pickFields } from './pick-fields.ts';
import type { Change, Values } from './rules.ts';

export interface ParseOptions {
  /** An import may bring values of fields that people do not write, such as existing codes. */
  trusted?: boolean;
  /** Fields that people do not write and the command that calls does; whatever else it passes on is checked as theirs. */
  sets?: readonly string[];
  /** Values are canonical already: they were read from cells by the kinds themselves. */
  canonical?: boolean;
  /** Told of values that only look wrong, which a trusted write lets through; see RuleError. */
  warn?: (error: ValueError) => void;
  /** Brings back what was there, so it may be what a layout asks to be filled. */
  restoring?: boolean;
}

/**
 * Takes a body from outside to canonical values: only fields that exist for the actor and that they may write.
 * Adds every error found, with `prefix` before its path.
 */
export function parseValues(
  ctx: Ctx,
  object: ModelObject,
  input: unknown,
  errors: ValueError[],
  prefix = '',
  options: ParseOptions = {},
): Values {
  const values: Values = {};
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    errors.push({ path: prefix.replace(/\.$/, ''), code: 'wrongType' });
    return values;
  }
  const access = ctx.access.of(object.key);
  for (const [key, given] of Object.entries(input)) {
    const path = `${prefix}${key.slice(0, 60)}`;
    const field = access.hidden.has(key) ? undefined : object.fields.get(key);
    if (!field) errors.push({ path, code: 'unknownField' });
    else if (options.sets?.includes(key)) values[key] = parseValue(field, given, errors, path);
    else if ((field.readOnly && !options.trusted) || access.readOnly.has(key)) {
      errors.push({ path, code: 'notWritable' });
    } else if (options.canonical) values[key] = cleaned(field, given);
    else values[key] = parseValue(field, given, errors, path);
  }
  return values;
}

function parseValue(
  field: ModelField,
  given: unknown,
  errors: ValueError[],
  path: string,
): unknown {
  if (given === null) return null;
  const parsed = valueKind(field).parse(given, field);
  if (parsed.ok) return cleaned(field, parsed.value);
  errors.push(...parsed.refusals.map((refusal) => valueError(refusal, path)));
  return null;
}

function cleaned(field: ModelField, value: unknown): unknown {
  const kind = sqlKind(field);
  return kind.clean && value !== null ? kind.clean(value) : value;
}

export const valueError = ({ code, params, part }: Refusal, path: string): ValueError => ({
  path: part === undefined ? path : `${path}.${part}`,
  code,
  ...(params && { params }),
});

const withDefault = pickFields((field) => field.default !== undefined);

/** Values a new record has before anyone says otherwise. */
export function withDefaults(object: ModelObject, values: Values): Values {
  const result = { ...values };
  for (const field of withDefault(object)) {
    if (result[field.key] === undefined) {
      const parsed = valueKind(field).parse(field.default, field);
      if (parsed.ok) result[field.key] = parsed.value;
    }
  }
  return result;
}

/** Numbers are given by the engine while it writes, so their absence is no error. */
const requiredFields = pickFields(
  ({ required, kind }) => required === true && kind !== 'autoNumber',
);

const asked = new WeakMap<ModelObject, Map<string, readonly ModelField[]>>();

/** Fields that the layout of the actor's role asks for, of those they may write. */
function askedFields({ actor, access }: Ctx, object: ModelObject): readonly ModelField[] {
  if (actor.kind !== 'member' || object.layouts.size === 0) return [];
  const ofRoles = asked.get(object) ?? new Map<string, readonly ModelField[]>();
  asked.set(object, ofRoles);
  const known = ofRoles.get(actor.roleId);
  if (known) return known;
  const { hidden, readOnly } = access.of(object.key);
  const fields = requiredByLayout(object, saidLayout(object, actor.roleId)).filter(
    ({ key, required }) => !required && !hidden.has(key) && !readOnly.has(key),
  );
  ofRoles.set(actor.roleId, fields);
  return fields;
}

export function requiredErrors(
  ctx: Ctx,
  object: ModelObject,
  values: Values,
  prefix: string,
  known: readonly ValueError[],
  { restoring }: ParseOptions = {},
): ValueError[] {
  return [...requiredFields(object), ...(restoring ? [] : askedFields(ctx, object))]
    .filter((field) => values[field.key] === null || values[field.key] === undefined)
    .map((field) => `${prefix}${field.key}`)
    .filter(
      (path) => !known.some((error) => error.path === path || error.path.startsWith(`${path}.`)),
    )
    .map((path): ValueError => ({ path, code: 'required' }));
}

const withCheck = pickFields((field) => valueKind(field).checkChange !== undefined);

/** Changes a kind refuses although the value alone is right, such as choosing an archived option anew. */
export function refusedChanges(
  object: ModelObject,
  { before, after }: Change,
  prefix: string,
): ValueError[] {
  return withCheck(object).flatMap((field) => {
    const kind = valueKind(field);
    const value = after[field.key] ?? null;
    const was = before?.[field.key] ?? null;
    if (!kind.checkChange || value === null || sameValue(field, was, value)) return [];
    return kind
      .checkChange(value, was, field)
      .map((refusal) => valueError(refusal, `${prefix}${field.key}`));
  });
}

export function sameValue(field: ModelField, a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  return valueKind(field).same?.(a, b) ?? JSON.stringify(a) === JSON.stringify(b);
}
