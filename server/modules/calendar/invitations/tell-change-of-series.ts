import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { inviteToSeries } from './invite-to-series.ts';
import { lockSeriesInvitation } from './kept-invitations.ts';
import type { Invitation } from './messages.ts';

/**
 * Tells who was invited to a series what it is now: that it ends earlier where it was cut, and what goes on from there.
 * Nothing where nobody was invited.
 */
export function tellChangeOfSeries(
  ctx: Ctx,
  { before, after }: { before: string; after: string },
  origin: string,
): Promise<Invitation[]> {
  return withTransaction(ctx, async (ctx) => {
    const told = await lockSeriesInvitation(ctx, before);
    if (told?.cancelled_at !== null) return [];
    const invitations = [await inviteToSeries(ctx, before, { cancel: false, origin })];
    if (after !== before)
      invitations.push(await inviteToSeries(ctx, after, { cancel: false, origin, goesOn: true }));
    return invitations;
  });
}
