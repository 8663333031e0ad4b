import type { ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { checkReferences } from '../check-references.ts';
import { parseValues, sameValue } from '../parse-values.ts';
import type { Values } from '../rules.ts';
import { elementsOf } from './combine-values.ts';

/**
 * The values a person chose for the survivor. Fields they may write take any value; fields that only rules and jobs
 * write take one that a merged record has. Hidden fields do not exist, others they may not change stay refused.
 */
export async function chooseValues(
  ctx: Ctx,
  object: ModelObject,
  records: readonly Values[],
  input: unknown,
): Promise<{ chosen: Values; errors: ValueError[] }> {
  const errors: ValueError[] = [];
  const { ruled, open } = split(ctx, object, input);
  const chosen = parseValues(ctx, object, open, errors, 'values.');
  for (const [key, given] of Object.entries(ruled)) {
    const value = valueOfOne(object, records, key, given);
    if (value === undefined) errors.push({ path: `values.${key}`, code: 'notWritable' });
    else chosen[key] = value;
  }
  const foreign = { id: '', before: null, after: foreignReferences(records, chosen) };
  errors.push(...(await checkReferences(ctx, object, [foreign], () => 'values.')));
  return { chosen, errors };
}

function split(ctx: Ctx, object: ModelObject, input: unknown): { ruled: Values; open: unknown } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ruled: {}, open: input };
  }
  const access = ctx.access.of(object.key);
  const isRuled = (key: string): boolean => {
    const field = object.fields.get(key);
    if (!field || field.system || access.hidden.has(key) || access.readOnly.has(key)) return false;
    return field.readOnly === true || valueKind(field).numbered === true;
  };
  const entries = Object.entries(input);
  return {
    ruled: Object.fromEntries(entries.filter(([key]) => isRuled(key))),
    open: Object.fromEntries(entries.filter(([key]) => !isRuled(key))),
  };
}

/** `given` when one of the records has it; undefined when none has. */
function valueOfOne(
  object: ModelObject,
  records: readonly Values[],
  key: string,
  given: unknown,
): unknown {
  const field = object.fields.get(key);
  const parsed = field && given !== null ? valueKind(field).parse(given, field) : undefined;
  if (!field || !parsed?.ok || parsed.value === null) return undefined;
  return records.some((values) => sameValue(field, values[key], parsed.value))
    ? parsed.value
    : undefined;
}

/** What none of the records referred to before: only that must be within the actor's reach. */
function foreignReferences(records: readonly Values[], chosen: Values): Values {
  const entries = Object.entries(chosen).flatMap(([key, value]) => {
    const known = new Set(records.flatMap((values) => [values[key] ?? []].flat()));
    const unknown = [value ?? []].flat().filter((element) => !known.has(element));
    if (unknown.length === 0) return [];
    return [[key, elementsOf(value).length > 0 ? unknown : value] as const];
  });
  return Object.fromEntries(entries);
}
