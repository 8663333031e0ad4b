import type { Ctx } from '#engine/context.ts';
import { createRecords, get, type PresentedRecord } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { notFound } from '#shared/errors.ts';

export interface NewTopic {
  /** Fields of the topic, of its first post, and of the poll that stands above its posts. */
  topic: Record<string, unknown>;
  post: Record<string, unknown>;
  poll?: Record<string, unknown> | undefined;
}

/** A topic with what its opener says first, all or nothing. */
export function openTopic(ctx: Ctx, { topic, post, poll }: NewTopic): Promise<PresentedRecord> {
  return withTransaction(ctx, async (ctx) => {
    const prefixed = (prefix: string) => ({ prefix: () => `${prefix}.` });
    const [made] = await createRecords(ctx, 'topic', [topic], prefixed('topic'));
    if (!made) throw notFound();
    const within = { topic: made.id };
    await createRecords(ctx, 'post', [{ ...post, ...within }], prefixed('post'));
    if (poll) await createRecords(ctx, 'poll', [{ ...poll, ...within }], prefixed('poll'));
    return get(ctx, 'topic', made.id);
  });
}
