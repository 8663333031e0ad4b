import { forbidden, notFound } from '#shared/errors.ts';
import type { Label } from '#shared/define.ts';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { withTransaction } from '#engine/transaction.ts';
import { limitTries, networkOf } from '../people/attempts.ts';
import type { Asking } from '../people/identify.ts';
import { openSession } from '../people/open-session.ts';
import type { People } from '../people/people.ts';
import { recordPeopleChange, requireAdministrator } from '../people/people-history.ts';
import { sampleMailEnd } from './add-people.ts';
import { sampleCompanies } from './companies/index.ts';
import { findSample, isOfSample } from './find-sample.ts';
import { sampleKeys, sampleRoles, type SampleKey, type SampleRole } from './sample.ts';

/** Members of a sample company that whoever asks may become by one click. */
export interface Demo {
  sample: SampleKey;
  company: string;
  roles: { key: SampleRole; name: string; title: Label; userId: string }[];
}

const titles: Record<SampleRole, Label> = {
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  manager: { vi: 'Quản lý', en: 'Manager' },
  employee: { vi: 'Nhân viên', en: 'Employee' },
};

/** Keys of members. The manager is one of a part of the company, so that each of the three sees something else. */
const tried: Record<SampleRole, string> = {
  administrator: 'director',
  manager: 'leader',
  employee: 'employee',
};

/**
 * The sample company whose people can be tried. At this machine all three; over a network only where an administrator
 * allowed it, and never one who may do everything.
 */
export async function findDemo(people: People, here: boolean): Promise<Demo | undefined> {
  // Anybody may ask, so companies without a sample are not even opened.
  const some = await people.core
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .select('membership.workspace_id')
    .distinct()
    .where('user.email', 'like', `%${sampleMailEnd}`)
    .orderBy('membership.workspace_id')
    .limit(10)
    .execute();
  for (const { workspace_id: id } of some) {
    const ctx = await people.workspaces.context(id, systemActor('sample'));
    const found = await findSample(ctx);
    const sample = sampleKeys.find((key) => key === found?.key);
    if (!found || !sample || !(here || found.sign_in)) continue;
    const roles = sampleRoles.flatMap((key): Demo['roles'] => {
      const member = memberFor(ctx, sample, key, found.made['member'] ?? []);
      if (!member?.active || member.userId === null) return [];
      const role = ctx.directory.roles.get(member.roleId);
      // By what the role may do now, not by what it was.
      if (!here && role?.administrator !== false) return [];
      return [{ key, name: member.name, title: titles[key], userId: member.userId }];
    });
    if (roles.length > 0) return { sample, company: ctx.workspace.name, roles };
  }
  return undefined;
}

/** Members were made in the order of the company's list. */
function memberFor(ctx: Ctx, sample: SampleKey, role: SampleRole, made: readonly string[]) {
  const index = sampleCompanies[sample].members.findIndex(({ key }) => key === tried[role]);
  return ctx.directory.members.get(made[index] ?? '');
}

/** Value of Set-Cookie of a session as that member. Where it is not possible, the route is not there. */
export async function signInSample(
  people: People,
  request: Asking & { here: boolean },
  role: SampleRole,
): Promise<string> {
  const demo = await findDemo(people, request.here);
  const chosen = demo?.roles.find(({ key }) => key === role);
  if (!chosen) throw notFound();
  await limitTries(people.core, [
    { name: 'sample-from', of: [networkOf(request.ip)], most: 60, seconds: 900 },
  ]);
  return openSession(people, request, chosen.userId);
}

/** Whether the sample's people may be tried over a network, too. */
export async function allowSampleSignIn(ctx: Ctx, allowed: boolean): Promise<void> {
  requireAdministrator(ctx);
  await withTransaction(ctx, async (inside) => {
    const found = await findSample(inside);
    if (!found) throw notFound();
    const { actor } = inside;
    if (actor.kind !== 'member' || isOfSample(found, actor.id)) throw forbidden();
    if (found.sign_in === allowed) return;
    await inside.tables.updateTable('sample').set({ sign_in: allowed }).execute();
    await recordPeopleChange(inside, 'setting.sample', ctx.workspace.id, 'update', {
      signIn: [found.sign_in, allowed],
    });
  });
}
