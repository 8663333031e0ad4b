import type { ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sqlKind } from '../fields/index.ts';
import { pickFields } from './pick-fields.ts';
import { sameValue, valueError } from './parse-values.ts';
import type { Change } from './rules.ts';

const onTheMap = pickFields((field) => sqlKind(field).complete !== undefined);

/** Checks the codes of addresses that are new, and adds what they imply, such as the province of a ward. */
export function completePlaces(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
): ValueError[] {
  const { places } = ctx;
  if (!places) return [];
  return changes.flatMap(({ before, after }, i) =>
    onTheMap(object).flatMap((field): ValueError[] => {
      const value = after[field.key] ?? null;
      // A code that was good once stays where it is when units change.
      if (value === null || (before && sameValue(field, before[field.key], value))) return [];
      const completed = sqlKind(field).complete?.(value, places);
      if (completed?.ok) after[field.key] = completed.value;
      return !completed || completed.ok
        ? []
        : completed.refusals.map((refusal) => valueError(refusal, `${prefix(i)}${field.key}`));
    }),
  );
}
