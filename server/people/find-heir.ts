import type { Ctx } from '#engine/context.ts';

/** Who takes over in place of `memberId`: themselves, or whoever took over from them when they were deactivated. */
export async function findHeir(ctx: Ctx, memberId: string): Promise<string> {
  const seen = new Set<string>();
  let at = memberId;
  while (ctx.directory.members.get(at)?.active !== true) {
    seen.add(at);
    const next = await takerOf(ctx, at);
    // Everybody who is deactivated named one who was not, so only a lost history ends here.
    if (next === undefined || seen.has(next)) throw new Error(`nobody took over from member ${at}`);
    at = next;
  }
  return at;
}

async function takerOf(ctx: Ctx, memberId: string): Promise<string | undefined> {
  const last = await ctx.tables
    .selectFrom('history')
    .select('changes')
    .where('object', '=', 'member')
    .where('record_id', '=', memberId)
    .where('action', '=', 'deactivate')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const taker = last?.changes['takeOver']?.[1];
  return typeof taker === 'string' ? taker : undefined;
}
