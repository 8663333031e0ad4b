import type { ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { refreshRollups } from '../rollups/refresh-rollups.ts';
import { checkTrees } from './check-trees.ts';
import { completePlaces } from './complete-places.ts';
import type { ParseOptions } from './parse-values.ts';
import type { Change } from './rules.ts';

/** What every object asks for before writing, and what its own rules say, with the path of each record. */
export async function runBeforeRules(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
  options: ParseOptions = {},
): Promise<ValueError[]> {
  const errors = completePlaces(ctx, object, changes, prefix);
  const found = (await ctx.rules.get(object.key)?.beforeWrite?.(ctx, changes)) ?? [];
  for (const { index, doubtful, ...error } of found) {
    const placed = { ...error, path: `${prefix(index)}${error.path}` };
    if (doubtful && options.trusted) options.warn?.(placed);
    else errors.push(placed);
  }
  // Last, for rules may set relations too.
  errors.push(...(await checkTrees(ctx, object, changes, prefix)));
  return errors;
}

export async function runAfterRules(ctx: Ctx, object: ModelObject, changes: readonly Change[]) {
  await ctx.rules.get(object.key)?.afterWrite?.(ctx, changes);
  await refreshRollups(
    ctx,
    object,
    changes.flatMap(({ before, after }) => [before, after]),
  );
}
