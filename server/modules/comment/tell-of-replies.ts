import { asMember } from '#engine/access/as-member.ts';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { findMentions } from '#engine/fields/mentions.ts';
import { notify, type NewNotice } from '#engine/notices/notify.ts';
import { findReached } from '#engine/realtime/find-reached.ts';
import { idOf, idsOf, list, type PresentedRecord } from '#engine/records/index.ts';
import type { Change } from '#engine/records/rules.ts';
import type { Comment } from './comment.rules.ts';

const atOnce = 200;

/**
 * A reply is told to who is in the talk and still sees it: whose the activity is, who takes part in it, who answered
 * before; also those whom the one who answers does not know of.
 */
export async function tellOfReplies(ctx: Ctx, changes: readonly Change<Comment>[]): Promise<void> {
  const system = asSystem(ctx, 'replies');
  const answered = [...new Set(changes.flatMap(({ after }) => after.activity ?? []))];
  for (let at = 0; at < answered.length; at += atOnce) {
    const ids = answered.slice(at, at + atOnce);
    const among = (field: string, fields: readonly string[], object: string) =>
      list(system, object, { where: { field, op: 'in', value: ids }, fields, limit: atOnce });
    const { items: activities } = await among('id', ['owner', 'people'], 'activity');
    const { items: before } = await among('activity', ['owner', 'activity'], 'comment');
    for (const { id, after } of changes) {
      const authors = before.filter(({ activity }) => idOf(activity) === after.activity);
      const activity = activities.find((each) => each.id === after.activity);
      if (!activity) continue;
      const told = noticesOf(id, after, [...authors, activity]);
      await notify(ctx, await onlyReached(ctx, activity.id, told));
    }
  }
}

async function onlyReached(
  ctx: Ctx,
  activity: string,
  told: readonly NewNotice[],
): Promise<NewNotice[]> {
  const here = told.filter(({ member }) => ctx.directory.members.get(member)?.active);
  const event = { object: 'activity', recordId: activity };
  const reached = await findReached(
    here.map(({ member }) => asMember(ctx, member)),
    [event],
  );
  return here.filter((_, i) => reached[i]?.includes(event));
}

function noticesOf(id: string, { text }: Comment, talk: readonly PresentedRecord[]): NewNotice[] {
  // Who is mentioned is told of that.
  const mentioned = new Set(findMentions(text ?? '').map((mention) => mention.id));
  const people = talk.flatMap(({ owner, people: others }) => [...idsOf(owner), ...idsOf(others)]);
  return [...new Set(people)]
    .filter((member) => !mentioned.has(member))
    .map((member) => ({
      member,
      kind: 'replied',
      object: 'comment',
      recordId: id,
      key: `replied:${id}`,
    }));
}
