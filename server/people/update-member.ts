import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { queueMoveToZone } from '#engine/reminders/move-to-zone.ts';
import { bumpWorkspace } from '#engine/workspaces.ts';
import { checkMemberValues } from './check-member-values.ts';
import { coreOf } from './core-tables.ts';
import { findMember } from './find-member.ts';
import { keepAnAdministrator } from './last-administrator.ts';
import type { People } from './people.ts';
import { changesOf, recordPeopleChange, requireAdministrator } from './people-history.ts';

export interface MemberPatch {
  name?: string | undefined;
  roleId?: string | undefined;
  teamIds?: readonly string[] | undefined;
  language?: 'vi' | 'en' | undefined;
  timeZone?: string | null | undefined;
}

/** Name, role, teams and settings of a member of this company; takes effect with the next request. */
export async function updateMember(
  people: People,
  ctx: Ctx,
  id: string,
  patch: MemberPatch,
): Promise<void> {
  requireAdministrator(ctx);
  await changeMember(people, ctx, id, patch);
}

/** One's own name, which also mails of the sign-in use, language and time zone. */
export async function updateProfile(
  people: People,
  ctx: Ctx,
  id: string,
  patch: Pick<MemberPatch, 'name' | 'language' | 'timeZone'>,
): Promise<void> {
  await withTransaction(ctx, async (inside) => {
    await changeMember(people, inside, id, patch);
    const { user_id: userId } = await findMember(inside, id);
    // Companies share the person; only the person says what they are called beyond this one.
    if (patch.name !== undefined && userId !== null)
      await coreOf(inside)
        .updateTable('user')
        .set({ name: patch.name })
        .where('id', '=', userId)
        .execute();
  });
}

async function changeMember(people: People, ctx: Ctx, id: string, patch: MemberPatch) {
  await withTransaction(ctx, async (inside) => {
    await bumpWorkspace(inside, people.workspaces);
    const member = await findMember(inside, id);
    await checkMemberValues(inside, patch);
    const after = {
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.roleId !== undefined && { role_id: patch.roleId }),
      ...(patch.teamIds !== undefined && { team_ids: [...patch.teamIds] }),
      ...(patch.language !== undefined && { language: patch.language }),
      ...(patch.timeZone !== undefined && { time_zone: patch.timeZone }),
    };
    const changes = changesOf(member, after);
    if (Object.keys(changes).length === 0) return;
    await inside.tables.updateTable('member').set(after).where('id', '=', id).execute();
    if (changes['role_id']) await keepAnAdministrator(inside, 'roleId');
    if (changes['time_zone']) await queueMoveToZone(inside, id);
    await recordPeopleChange(inside, 'member', id, 'update', changes);
  });
}
