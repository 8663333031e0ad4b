import { defaultPersonal, type KeptPersonal } from '#shared/personal.ts';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import type { TimedJob } from '#engine/jobs/job.ts';
import { onDatabaseTime } from '#engine/notices/tell-people.ts';
import { zoneOf } from '#engine/notices/quiet-hours.ts';
import { qualified } from '#engine/records/sql.ts';
import { withTransaction } from '#engine/transaction.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { digestMail } from './digest-mail.ts';
import type { SendingDeps } from './send-notices.ts';

/** A program that was down in the morning still sends it, but not in the evening. */
const lateHours = 6;

export const sendDigestsJob = (deps: SendingDeps): TimedJob => ({
  name: 'sendDigests',
  at: '* * * * *',
  run: async (ctx) => sendDigests(await onDatabaseTime(ctx), deps),
});

/** Sends everybody who wants one the mail of this morning, once for each day of the place where they are. */
export async function sendDigests(ctx: Ctx, deps: SendingDeps): Promise<void> {
  const due = (await whoWantsOne(ctx)).flatMap(({ id, settings }) => {
    const { at } = settings.digest ?? defaultPersonal.digest;
    const day = dueDay(ctx.now, zoneOf(ctx, id), at);
    return day && ctx.directory.members.get(id)?.active ? [{ id, day }] : [];
  });
  if (due.length === 0) return;
  const sent = await sentSince(ctx, due);
  for (const { id, day } of due) {
    if (sent.has(`${id} ${day.toString()}`)) continue;
    try {
      await withTransaction(ctx, (inside) => send(inside, id, day, deps));
    } catch (error) {
      // One person's trouble must not keep the others waiting.
      ctx.log.error({ err: error, member: id }, 'a digest was not sent');
    }
  }
}

/** Looked up for all together: for hours after the mail, each minute finds the same members due. */
async function sentSince(
  ctx: Ctx,
  due: readonly { id: string; day: Temporal.PlainDate }[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.prepared(
    `select d.member_id, d.day::text from ${qualified(ctx.workspace.schema, 'digest')} d
     join unnest($1::uuid[], $2::date[]) w(member_id, day) on d.member_id = w.member_id and d.day = w.day`,
    [due.map(({ id }) => id), due.map(({ day }) => day.toString())],
  );
  return new Set(rows.map(([member, day]) => `${String(member)} ${String(day)}`));
}

async function send(ctx: Ctx, member: string, day: Temporal.PlainDate, deps: SendingDeps) {
  const { numInsertedOrUpdatedRows } = await ctx.tables
    .insertInto('digest')
    .values({ member_id: member, day: day.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  const mail = await digestMail(asMember(ctx, member), day, deps.publicUrl);
  if (mail) await queueMail(ctx.tables, mail, deps.appSecret);
}

async function whoWantsOne(ctx: Ctx): Promise<{ id: string; settings: KeptPersonal }[]> {
  return ctx.tables
    .selectFrom('member')
    .select(['id', 'settings'])
    .where('active', '=', true)
    .where((is) => is(is.ref('settings', '->').key('digest'), 'is not', null))
    .execute()
    .then((rows) => rows.filter(({ settings }) => settings.digest?.on === true));
}

/** The day whose digest is due there now; on days when clocks change, the hour that is shown first counts. */
export function dueDay(now: Date, timeZone: string, at: string): Temporal.PlainDate | undefined {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  const due = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).toInstant();
  const late = due.add({ hours: lateHours });
  const isDue = Temporal.Instant.compare(instant, due) >= 0;
  return isDue && Temporal.Instant.compare(instant, late) < 0 ? day : undefined;
}
