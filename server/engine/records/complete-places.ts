import type { ValueError } from '#shared/errors.ts';
import type { Address } from '#shared/fields/address.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { sameValue, valueError } from './parse-values.ts';
import type { Change } from './rules.ts';

/** Checks the codes of addresses that are new, and adds what they imply, such as the province of a ward. */
export function completePlaces(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
): ValueError[] {
  const { places } = ctx;
  const fields = [...object.fields.values()].filter(({ kind }) => kind === 'address');
  if (!places || fields.length === 0) return [];
  return changes.flatMap(({ before, after }, i) =>
    fields.flatMap((field): ValueError[] => {
      const value = after[field.key] ?? null;
      // A code that was good once stays where it is when units change.
      if (value === null || (before && sameValue(field, before[field.key], value))) return [];
      // The kind's parser made it.
      const completed = places.complete(value as Address);
      if (completed.ok) after[field.key] = completed.value;
      return completed.ok
        ? []
        : completed.refusals.map((refusal) => valueError(refusal, `${prefix(i)}${field.key}`));
    }),
  );
}
