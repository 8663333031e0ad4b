import { sql } from 'kysely';
import { conflict, invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { coreOf } from './core-tables.ts';
import { endSessionsOn } from './end-sessions.ts';
import { findMember } from './find-member.ts';
import { forgetDevicesOf } from './forget-devices.ts';
import { announceEnded } from './identity-cache.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import type { People } from './people.ts';
import { recordPeopleChange, requireAdministrator } from './people-history.ts';
import { queueTakeOver } from './take-over-records.ts';

/**
 * Ends everything the member can do, at once and in every process. Their records go to `takeOver` in
 * a job that was queued with the change, so that a base of any size is moved however often it stops.
 */
export async function deactivateMember(
  people: People,
  ctx: Ctx,
  id: string,
  { takeOver }: { takeOver: string },
): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const core = coreOf(inside);
    const member = await findMember(inside, id);
    if (!member.active) throw conflict([{ path: 'id', code: 'notWritable' }]);
    const heir = await inside.tables
      .selectFrom('member')
      .select('id')
      .where('id', '=', takeOver)
      .where('id', '<>', id)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!heir) throw invalid([{ path: 'takeOver', code: 'notFound' }]);
    await inside.tables
      .updateTable('member')
      .set({ active: false, deactivated_at: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    await keepAnAdministrator(inside, 'id');
    const own = { workspace_id: inside.workspace.id, member_id: id };
    await core
      .updateTable('membership')
      .set({ active: false })
      .where((eb) => eb.and(own))
      .execute();
    await core
      .updateTable('api_key')
      .set({ revoked_at: sql<string>`now()` })
      .where((eb) => eb.and(own))
      .where('revoked_at', 'is', null)
      .execute();
    await core
      .deleteFrom('invitation')
      .where((eb) => eb.and(own))
      .execute();
    if (member.user_id !== null) await endSessionsOn(core, member.user_id);
    await announceEnded(core, { memberId: id });
    await forgetDevicesOf(inside, id);
    await recordPeopleChange(inside, 'member', id, 'deactivate', {
      active: [true, false],
      takeOver: [null, takeOver],
    });
    await queueTakeOver(inside, { from: id, to: takeOver });
    inside.afterCommit(() => {
      people.identities.drop({ memberId: id });
      if (member.user_id !== null) people.identities.drop({ userId: member.user_id });
    });
  });
}

/** Signing in works again, with the password of before; keys and records do not come back. */
export async function reactivateMember(people: People, ctx: Ctx, id: string): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const member = await findMember(inside, id);
    if (member.active) throw conflict([{ path: 'id', code: 'notWritable' }]);
    await inside.tables
      .updateTable('member')
      .set({ active: true, deactivated_at: null })
      .where('id', '=', id)
      .execute();
    await coreOf(inside)
      .updateTable('membership')
      .set({ active: true })
      .where('workspace_id', '=', inside.workspace.id)
      .where('member_id', '=', id)
      .execute();
    await recordPeopleChange(inside, 'member', id, 'reactivate', { active: [false, true] });
  });
}
