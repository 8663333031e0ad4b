import type { Ctx } from '#engine/context.ts';

/** The sample company that is in, when one is. */
export const findSample = (ctx: Pick<Ctx, 'tables'>) =>
  ctx.tables
    .selectFrom('sample')
    .select(['key', 'sign_in', 'made', 'created_at'])
    .executeTakeFirst();

/** Its actors may change nothing of the sample itself. */
export const isOfSample = (
  sample: { made: Record<string, readonly string[]> } | undefined,
  memberId: string,
): boolean => sample?.made['member']?.includes(memberId) ?? false;
