import { AppError, invalid } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';
import { findObject } from '../records/find-object.ts';
import { visibleField } from '../records/field-path.ts';
import { findMatches, type Match, type MatchOptions } from './find-matches.ts';

/**
 * Records that are probably the same as one that is being typed. Values may still be half typed: those that could not be
 * kept are passed over. Names of fields must be right.
 */
export async function matchInput(
  ctx: Ctx,
  objectKey: string,
  values: Readonly<Record<string, unknown>>,
  options: MatchOptions = {},
): Promise<Match[]> {
  const object = findObject(ctx, objectKey);
  const unknown = Object.keys(values).filter((key) => !visibleField(ctx, object, key));
  if (unknown.length > 0) {
    throw invalid(
      unknown.map((key) => ({ path: `values.${key.slice(0, 60)}`, code: 'unknownField' })),
    );
  }
  return findMatches(ctx, objectKey, values, options);
}

/** For whoever asks to be warned before a new record is made: the matches come with the refusal. */
export async function refuseDuplicates(
  ctx: Ctx,
  objectKey: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const matches = await findMatches(ctx, objectKey, values);
  if (matches.length > 0) throw new AppError('conflict', { extra: { matches } });
}
