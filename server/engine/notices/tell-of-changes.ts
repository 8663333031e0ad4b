import { addJob } from '#engine/jobs/add-job.ts';
import type { Ctx } from '../context.ts';
import { mostRead, type OutboxEvent } from '../realtime/outbox.ts';
import { syncReminders } from '../reminders/sync-reminders.ts';
import { syncAllRemindersJob } from '../reminders/sync-all-reminders.ts';
import { withTransaction } from '../transaction.ts';
import { assigned } from './assigned.ts';
import { eachOrAll } from './each-or-all.ts';
import { followed } from './followed.ts';
import { gatherMany } from './gather-many.ts';
import { gatherFollowed } from './gather-followed.ts';
import { mentioned } from './mentioned.ts';
import { onlyVisible } from './only-visible.ts';
import { readChanges, type Candidate } from './read-changes.ts';
import { readNext } from './reader-position.ts';
import { shared } from './shared.ts';
import { storeNotices } from './store-notices.ts';

/**
 * What the next events of the outbox mean to people: notices, and reminders that move with their records. Told exactly
 * once, however many processes run this. True when there may be more.
 */
export function tellOfChanges(ctx: Ctx): Promise<boolean> {
  return withTransaction(ctx, async (ctx) => {
    const reading = await readNext(ctx);
    if (!reading) return false;
    if (reading.lost) await addJob(ctx, syncAllRemindersJob, {}, { key: syncAllRemindersJob });
    const events = reading.events.filter(({ object }) => ctx.model.objects.has(object));
    await eachOrAll(ctx, events, async (some) => {
      await moveReminders(ctx, some);
      await tell(ctx, some);
    });
    return reading.events.length === mostRead;
  });
}

async function moveReminders(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  for (const [key, found] of Map.groupBy(events, ({ object }) => object)) {
    const object = ctx.model.objects.get(key);
    // Events come in their order, so the last of a record stands.
    if (object?.remind)
      await syncReminders(ctx, object, new Map(found.map(({ recordId, at }) => [recordId, at])));
  }
}

async function tell(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  const changes = await readChanges(ctx, events);
  const direct = oneEach([
    ...assigned(ctx, changes),
    ...mentioned(ctx, changes),
    ...shared(ctx, changes),
  ]);
  const indirect = await followed(ctx, events, direct);
  const seen = await onlyVisible(ctx, [...direct, ...indirect]);
  const single = await gatherMany(ctx, seen);
  await storeNotices(ctx, await gatherFollowed(ctx, single));
}

/** Whoever is given a record that also mentions them needs no second line for it. */
const oneEach = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(
    candidates.toReversed().map((each) => [`${each.event.id} ${each.member}`, each]),
  ).values(),
];
