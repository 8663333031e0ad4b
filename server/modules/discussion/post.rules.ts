import type { RecordOf } from '#shared/define.ts';
import { asSystem } from '#engine/access/as-system.ts';
import type { Ctx } from '#engine/context.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import { defineRules, type Change, type RuleError } from '#engine/records/rules.ts';
import { checkPace } from './check-pace.ts';
import { checkReplies } from './check-replies.ts';
import { post } from './post.object.ts';
import { shorten, wrongSaid } from './said.ts';
import { tellFollowers } from './tell-followers.ts';

export type Post = Partial<RecordOf<typeof post>>;

export const postRules = defineRules(post, {
  async beforeWrite(ctx, changes) {
    // Many at once are a file that is taken in.
    if (changes.length === 1 && !changes[0]?.before) await checkPace(ctx, 'post');
    shorten(ctx, changes);
    return [
      ...wrongSaid(ctx, changes, stays),
      ...(await checkReplies(ctx, { object: 'post', in: 'topic' }, changes)),
      ...(await closedTopics(ctx, changes)),
    ];
  },
  async afterWrite(ctx, changes) {
    await tellFollowers(
      ctx,
      changes.filter(({ before }) => !before),
    );
  },
});

const stays = ({ before, after }: Change<Post>): boolean => before?.topic === after.topic;

/** What was closed is not talked about on; whoever opened it opens it again. */
async function closedTopics(ctx: Ctx, changes: readonly Change<Post>[]): Promise<RuleError[]> {
  const asked = changes.flatMap(({ before, after }, index) =>
    !before && after.topic ? [{ index, topic: after.topic }] : [],
  );
  if (asked.length === 0) return [];
  const ids = [...new Set(asked.map(({ topic }) => topic))];
  // Closed is closed, also for a role that is not told.
  const topics = await presentVisible(asSystem(ctx, 'posts'), 'topic', ids, ['closed']);
  const closed = new Set(topics.flatMap((topic) => (topic['closed'] === true ? topic.id : [])));
  return asked.flatMap(({ index, topic }) =>
    closed.has(topic) ? [{ index, path: 'topic', code: 'readOnly' as const }] : [],
  );
}
