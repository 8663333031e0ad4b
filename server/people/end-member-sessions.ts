import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { coreOf } from './core-tables.ts';
import { forgetDevicesOf } from './forget-devices.ts';
import { endSessionsOn } from './end-sessions.ts';
import { findMember } from './find-member.ts';
import type { People } from './people.ts';
import { recordPeopleChange, requireAdministrator } from './people-history.ts';

/** Signs a member out wherever they are signed in, as after a lost phone; `keep` is the session of who asks. */
export async function endMemberSessions(
  people: People,
  ctx: Ctx,
  id: string,
  keep?: string,
): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    const { user_id: userId } = await findMember(inside, id);
    // Invited and not here yet: there is nothing to end.
    if (userId !== null) await endSessionsOn(coreOf(inside), userId, keep);
    await forgetDevicesOf(inside, id);
    await recordPeopleChange(inside, 'member', id, 'endSessions');
    inside.afterCommit(() => {
      if (userId !== null) people.identities.drop({ userId });
    });
  });
}
