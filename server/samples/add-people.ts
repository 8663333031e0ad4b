import { v7 as newId } from 'uuid';
import { fold } from '#shared/locale/text.ts';
import type { Ctx } from '#engine/context.ts';
import { coreOf } from '../people/core-tables.ts';
import { presetRoles } from '../people/preset-roles.ts';
import type { SampleCompany, SampleMember, SampleRole } from './sample.ts';

/** Of the names that the sample's people would sign in by; there is no such domain. */
export const sampleMailEnd = '@sample.invalid';

export interface SamplePeople {
  /** Ids by key. */
  members: ReadonlyMap<string, string>;
  made: Record<'member' | 'team' | 'role', string[]>;
}

/** Teams and members of the story. Nobody can sign in as one but through sign-in-sample.ts: they have no password. */
export async function addPeople(ctx: Ctx, company: SampleCompany): Promise<SamplePeople> {
  const members = new Map(company.members.map(({ key }) => [key, newId()]));
  const teams = new Map(company.teams.map(({ key }) => [key, newId()]));
  const taken = new Set([...ctx.directory.teams.values()].map(({ name }) => fold(name)));
  await ctx.tables
    .insertInto('team')
    .values(
      company.teams.map(({ key, name, parent, leader }) => ({
        id: teams.get(key) ?? '',
        name: freeName(name, taken),
        parent_id: teams.get(parent ?? '') ?? null,
        leader_id: members.get(leader) ?? null,
      })),
    )
    .execute();
  const roles = await rolesOf(ctx);
  const rows = company.members.map((member) => ({
    id: members.get(member.key) ?? '',
    user_id: newId(),
    name: member.name,
    email: mailOf(member, company.domain),
    role_id: roles.ids[member.role],
    team_ids: member.teams.map((key) => teams.get(key) ?? ''),
    language: 'vi',
  }));
  const core = coreOf(ctx);
  await core
    .insertInto('user')
    .values(
      rows.map(({ id, user_id, name }) => ({
        id: user_id,
        name,
        // Not the address that is shown: nobody signs in, or asks for a new password, by knowing that.
        email: id + sampleMailEnd,
        email_verified: true,
      })),
    )
    .execute();
  await ctx.tables.insertInto('member').values(rows).execute();
  await core
    .insertInto('membership')
    .values(
      rows.map(({ id, user_id }) => ({ user_id, workspace_id: ctx.workspace.id, member_id: id })),
    )
    .execute();
  return {
    members,
    made: { member: [...members.values()], team: [...teams.values()], role: roles.made },
  };
}

/** `Phạm Thu Trang` gives `trang.pham`. */
function mailOf({ name }: SampleMember, domain: string): string {
  const words = fold(name).split(' ');
  return `${words.at(-1)}.${words[0]}@${domain}`;
}

/** A team of the company itself keeps its name. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name} (mẫu${count === 2 ? '' : ` ${count - 1}`})`;
    if (!taken.has(fold(tried))) return tried;
  }
}

/** The preset roles; those that an administrator has removed are made again, for the sample alone. */
async function rolesOf(ctx: Ctx): Promise<{ ids: Record<SampleRole, string>; made: string[] }> {
  const made: string[] = [];
  const find = async (key: SampleRole): Promise<string> => {
    const known = [...ctx.directory.roles.values()].find((role) => role.key === key);
    if (known) return known.id;
    const { name, administrator, rights } = presetRoles[key];
    const id = newId();
    await ctx.tables
      .insertInto('role')
      .values({ id, key, name: name[ctx.workspace.settings.language], administrator, rights })
      .execute();
    made.push(id);
    return id;
  };
  const administrator = await find('administrator');
  const manager = await find('manager');
  return { ids: { administrator, manager, employee: await find('employee') }, made };
}
