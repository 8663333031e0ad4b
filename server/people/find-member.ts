import { notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';

export async function findMember(ctx: Ctx, id: string) {
  const member = await ctx.tables
    .selectFrom('member')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!member) throw notFound();
  return member;
}
