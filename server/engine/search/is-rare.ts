import { z } from 'zod';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { Params } from '../records/sql.ts';
import { foundSql } from './condition.ts';

/** Looking through so many records costs about as much as walking a list until twenty of them have been met. */
const few = 5000;

const explained = z.tuple([z.object({ Plan: z.looseObject({ 'Plan Rows': z.number() }) })]);

/**
 * Whether, by the statistics of the database, few records have the words: then it is best to find those first and sort
 * them. Words that are in many are best met on the way along the list. A wrong guess costs time and nothing else.
 */
export async function isRare(
  ctx: Ctx,
  object: ModelObject,
  q: string | undefined,
): Promise<boolean> {
  const params = new Params();
  const found = q === undefined ? undefined : foundSql({ ctx, object, params }, q);
  if (found === undefined) return false;
  const [row] = await ctx.db.query(`explain (format json) ${found}`, params.values);
  const plan = explained.safeParse(row?.[0]);
  return plan.success && plan.data[0].Plan['Plan Rows'] <= few;
}
