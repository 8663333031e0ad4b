import { invalid } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { idsOf, list, type PresentedRecord } from '#engine/records/index.ts';
import type { CalendarAttendee } from '#engine/schema/system-tables.ts';

export interface Invited {
  email: string;
  name: string;
  language: 'vi' | 'en';
}

/** Who takes part, as ids. */
export interface Party {
  people: readonly string[];
  contacts: readonly string[];
}

const mostInvited = 100;
const mostAtOnce = 200;

export const partyOf = ({ people, contacts }: Record<string, unknown>): Party => ({
  people: idsIn(people),
  contacts: idsIn(contacts),
});

/** Of links as they are presented, and as they were given. */
const idsIn = (value: unknown): string[] =>
  [value].flat().flatMap((each: unknown) => (typeof each === 'string' ? [each] : idsOf(each)));

/** Who is responsible asks people in; answers go there. */
export function organiserOf(ctx: Ctx, record: PresentedRecord): Invited {
  const [owner] = idsOf(record['owner']);
  const id = owner ?? (ctx.actor.kind === 'member' ? ctx.actor.id : '');
  const member = ctx.directory.members.get(id);
  if (!member) throw invalid([{ path: 'owner', code: 'required' }]);
  return { email: member.email.toLowerCase(), name: member.name, language: member.language };
}

/** Our people and their contacts as far as they have an address, each once, without the one who invites. */
export async function inviteesOf(
  ctx: Ctx,
  parties: readonly Party[],
  organiser: Invited,
): Promise<Invited[][]> {
  const theirs = await contactsOf(
    ctx,
    parties.flatMap(({ contacts }) => contacts),
  );
  const all = parties.map(({ people, contacts }) => {
    const invited = [
      ...contacts.flatMap((id) => theirs.get(id) ?? []),
      ...people.flatMap((id) => {
        const member = ctx.directory.members.get(id);
        return member?.active
          ? [{ email: member.email.toLowerCase(), name: member.name, language: member.language }]
          : [];
      }),
    ];
    const byAddress = new Map(invited.map((each) => [each.email, each]));
    byAddress.delete(organiser.email);
    return [...byAddress.values()];
  });
  if (new Set(all.flat().map(({ email }) => email)).size > mostInvited)
    throw invalid([{ path: 'people', code: 'tooMany', params: { max: mostInvited } }]);
  return all;
}

async function contactsOf(ctx: Ctx, all: readonly string[]): Promise<Map<string, Invited>> {
  const found = new Map<string, Invited>();
  if (ctx.access.of('contact').hidden.has('emails')) return found;
  const ids = [...new Set(all)];
  for (let at = 0; at < ids.length; at += mostAtOnce) {
    const { items } = await list(ctx, 'contact', {
      where: { field: 'id', op: 'in', value: ids.slice(at, at + mostAtOnce) },
      fields: ['name', 'emails'],
      limit: mostAtOnce,
    });
    for (const { id, emails, name } of items) {
      const [email] = Array.isArray(emails) ? emails : [];
      if (typeof email !== 'string') continue;
      const full: unknown =
        typeof name === 'object' && name !== null && 'full' in name ? name.full : name;
      found.set(id, {
        email: email.toLowerCase(),
        name: typeof full === 'string' ? full : email,
        language: ctx.workspace.settings.language,
      });
    }
  }
  return found;
}

/** Those who were told and are in it no longer. */
export const goneFrom = (
  { workspace }: Ctx,
  told: readonly CalendarAttendee[],
  wanted: readonly Invited[],
): Invited[] =>
  told
    .filter(({ email }) => !wanted.some((each) => each.email === email))
    .map(({ email, name }) => ({ email, name, language: workspace.settings.language }));

/** What was answered to an older invitation is no answer to this one. */
export const unanswered = (invited: readonly Invited[]): CalendarAttendee[] =>
  invited.map(({ email, name }) => ({ email, name, answer: null, answeredAt: null }));
