import { asMember } from '../access/as-member.ts';
import type { Ctx } from '../context.ts';
import { eachOrAll } from '../notices/each-or-all.ts';
import { storeNotices, type ToldNotice } from '../notices/store-notices.ts';
import { findReached } from '../realtime/find-reached.ts';
import { qualified } from '../records/sql.ts';
import { withTransaction } from '../transaction.ts';
import { readReminded } from './read-reminded.ts';
import { wantedReminders, type Reminder } from './wanted-reminders.ts';

const atOnce = 200;
/** The clock of the queue and that of the database are not quite the same; a minute too late would be worse. */
const earlySeconds = 2;
/** Who is told later than this after the moment itself finds it at the bell and is not disturbed by it. */
const lateMs = 3_600_000;

/** Tells everybody who is to be reminded by now, each once, however many processes do it at a time. */
export async function fireReminders(ctx: Ctx): Promise<void> {
  while ((await withTransaction(ctx, fireSome)) === atOnce);
}

async function fireSome(ctx: Ctx): Promise<number> {
  const due = await takeDue(ctx);
  await eachOrAll(ctx, due, async (some) => {
    const right = await onlyRight(ctx, some);
    await storeNotices(
      ctx,
      right.map((reminder) => noticeOf(ctx, reminder)),
    );
  });
  return due.length;
}

async function takeDue(ctx: Ctx): Promise<Reminder[]> {
  const table = qualified(ctx.workspace.schema, 'reminder');
  const rows = await ctx.db.prepared(
    `delete from ${table} r using (
       select object, record_id, member_id, at from ${table}
       where at <= $1::timestamptz + make_interval(secs => ${earlySeconds})
       order by at limit ${atOnce} for update skip locked
     ) d
     where (r.object, r.record_id, r.member_id, r.at) = (d.object, d.record_id, d.member_id, d.at)
     returning r.object, r.record_id, r.member_id, r.at, r.due, r.minutes, r.zone`,
    [ctx.now.toISOString()],
  );
  return rows.map(([object, recordId, member, at, due, minutes, zone]) => ({
    object: String(object),
    recordId: String(recordId),
    member: String(member),
    at: String(at),
    due: String(due),
    minutes: Number(minutes),
    zone: typeof zone === 'string' ? zone : null,
  }));
}

/** Those that the records still ask for, of members who are still here and may see them. */
async function onlyRight(ctx: Ctx, due: readonly Reminder[]): Promise<Reminder[]> {
  const right: Reminder[] = [];
  for (const [key, group] of Map.groupBy(due, ({ object }) => object)) {
    const object = ctx.model.objects.get(key);
    if (!object) continue;
    const records = await readReminded(ctx, object, [...new Set(group.map((r) => r.recordId))]);
    const wanted = new Set(
      [...records.values()].flatMap((values) => wantedReminders(ctx, object, values)).map(nameOf),
    );
    right.push(...group.filter((reminder) => wanted.has(nameOf(reminder))));
  }
  return onlyReached(ctx, right);
}

async function onlyReached(ctx: Ctx, reminders: readonly Reminder[]): Promise<Reminder[]> {
  const here = reminders.filter(({ member }) => ctx.directory.members.get(member)?.active);
  if (here.length === 0) return [];
  const members = [...new Set(here.map(({ member }) => member))];
  const reached = await findReached(
    members.map((member) => asMember(ctx, member)),
    here,
  );
  const seen = new Map(members.map((member, i) => [member, new Set(reached[i])]));
  return here.filter((reminder) => seen.get(reminder.member)?.has(reminder));
}

const nameOf = ({ recordId, member, at }: Reminder) =>
  `${recordId} ${member} ${Temporal.Instant.from(at).epochMilliseconds}`;

function noticeOf(ctx: Ctx, { object, recordId, member, due, minutes }: Reminder): ToldNotice {
  return {
    member,
    kind: 'reminder',
    object,
    recordId,
    actor: null,
    at: ctx.now.toISOString(),
    params: { minutes, due },
    key: `reminder:${recordId}:${Temporal.Instant.from(due).epochMilliseconds}:${minutes}`,
    late: ctx.now.getTime() - Temporal.Instant.from(due).epochMilliseconds > lateMs,
  };
}
