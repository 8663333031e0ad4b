import type { Ctx } from '#engine/context.ts';
import { asMember } from '#engine/access/as-member.ts';
import { notify, type NewNotice } from '#engine/notices/notify.ts';
import { findReached } from '#engine/realtime/find-reached.ts';
import type { Change } from '#engine/records/rules.ts';
import { findMentions } from '#engine/fields/mentions.ts';
import type { Post } from './post.rules.ts';

/** Whoever writes in a topic follows it from then on, and whoever follows it is told of what others write. */
export async function tellFollowers(ctx: Ctx, written: readonly Change<Post>[]): Promise<void> {
  for (const { id, after } of written) {
    const topic = after.topic ?? '';
    const followers = await followersOf(ctx, topic);
    await notify(ctx, await toldOf(ctx, { id, topic, body: after.body ?? '' }, followers));
    if (ctx.actor.kind === 'member') await follow(ctx, topic, ctx.actor.id);
  }
}

async function followersOf(ctx: Ctx, topic: string): Promise<string[]> {
  const rows = await ctx.tables
    .selectFrom('follower')
    .select('member_id')
    .where('object', '=', 'topic')
    .where('record_id', '=', topic)
    .execute();
  return rows.map(({ member_id }) => member_id);
}

interface Written {
  id: string;
  topic: string;
  body: string;
}

/** Those who still see the topic, and whom the post does not name: they are told of that. */
async function toldOf(
  ctx: Ctx,
  { id, topic, body }: Written,
  followers: readonly string[],
): Promise<NewNotice[]> {
  const named = new Set(findMentions(body).map((mention) => mention.id));
  const wanted = followers.filter(
    (member) => !named.has(member) && ctx.directory.members.get(member)?.active,
  );
  const event = { object: 'topic', recordId: topic };
  const reached = await findReached(
    wanted.map((member) => asMember(ctx, member)),
    [event],
  );
  return wanted
    .filter((_, i) => reached[i]?.includes(event))
    .map((member) => ({
      member,
      kind: 'replied',
      object: 'post',
      recordId: id,
      key: `replied:${id}`,
    }));
}

async function follow(ctx: Ctx, topic: string, member: string): Promise<void> {
  await ctx.tables
    .insertInto('follower')
    .values({ object: 'topic', record_id: topic, member_id: member })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
