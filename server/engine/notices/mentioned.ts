import type { Ctx } from '../context.ts';
import { findMentions, type Mention } from '../fields/mentions.ts';
import type { Candidate, EventChanges } from './read-changes.ts';

/** Members a rich text names now and did not name before, by themselves or by one of their teams. */
export function mentioned(ctx: Ctx, changes: readonly EventChanges[]): Candidate[] {
  return changes.flatMap((change) => {
    const { event, object } = change;
    const fields = Object.keys(change.changes).filter(
      (key) => object.fields.get(key)?.kind === 'richText',
    );
    return fields.flatMap((field) => {
      const [before, after] = change.changes[field] ?? [];
      const known = new Set(mentionsIn(before).map(({ id }) => id));
      const fresh = mentionsIn(after).filter(({ id }) => !known.has(id));
      return people(ctx, fresh).map(({ member, team }): Candidate => ({
        event,
        member,
        kind: 'mentioned',
        object: object.key,
        recordId: event.recordId,
        actor: event.actorId,
        at: event.at,
        params: { fields: [field], ...(team !== undefined && { team }) },
        fields: [field],
        key: `mentioned:${event.recordId}:${event.version}`,
      }));
    });
  });
}

const mentionsIn = (html: unknown): Mention[] =>
  typeof html === 'string' ? findMentions(html) : [];

/** Each once; who is named in person is not named by a team. */
function people({ directory }: Ctx, mentions: readonly Mention[]) {
  const found = new Map<string, { member: string; team?: string }>();
  for (const { of, id } of mentions) if (of === 'member') found.set(id, { member: id });
  for (const { of, id } of mentions)
    if (of === 'team')
      for (const member of directory.members.values())
        if (member.teamIds.includes(id) && !found.has(member.id))
          found.set(member.id, { member: member.id, team: id });
  return [...found.values()];
}
