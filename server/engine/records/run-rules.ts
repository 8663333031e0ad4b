import type { ValueError } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { Change } from './rules.ts';

/** What the object's own rules say before writing, with the path of each record. */
export async function runBeforeRules(
  ctx: Ctx,
  object: ModelObject,
  changes: readonly Change[],
  prefix: (index: number) => string,
): Promise<ValueError[]> {
  const found = await ctx.rules.get(object.key)?.beforeWrite?.(ctx, changes);
  return (found ?? []).map(({ index, ...error }) => ({
    ...error,
    path: `${prefix(index)}${error.path}`,
  }));
}

export async function runAfterRules(ctx: Ctx, object: ModelObject, changes: readonly Change[]) {
  await ctx.rules.get(object.key)?.afterWrite?.(ctx, changes);
}
