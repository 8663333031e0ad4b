import { asMember } from '../access/as-member.ts';
import type { Ctx } from '../context.ts';
import { findReached } from '../realtime/find-reached.ts';
import type { Candidate } from './read-changes.ts';

/** Without who did it, who may not come in any more, and who may not see the record or the field it is about. */
export async function onlyVisible(
  ctx: Ctx,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const others = candidates.filter(
    ({ member, actor }) => member !== actor && ctx.directory.members.get(member)?.active,
  );
  if (others.length === 0) return [];
  const members = [...new Set(others.map(({ member }) => member))];
  const readers = members.map((member) => asMember(ctx, member));
  const reached = await findReached(readers, [...new Set(others.map(({ event }) => event))]);
  const seen = new Map(members.map((member, i) => [member, new Set(reached[i])]));
  const accessOf = new Map(members.map((member, i) => [member, readers[i]?.access]));
  return others.filter(({ member, event, fields = [] }) => {
    const hidden = accessOf.get(member)?.of(event.object).hidden;
    return seen.get(member)?.has(event) && !fields.some((field) => hidden?.has(field));
  });
}
