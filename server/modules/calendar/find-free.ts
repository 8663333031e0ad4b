import { daysOf } from '#shared/calendar/days-of.ts';
import { restDaysOf } from '#shared/calendar/working-hours.ts';
import { invalid } from '#shared/errors.ts';
import { plusDays } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { calendarSettings } from './calendar-settings.ts';
import { dayOf } from './days-between.ts';
import { busyOf, findEvents, type Busy } from './find-events.ts';
import { common, joined, slotsIn, without, type Span } from './free-slots.ts';
import { hoursOf } from './hours-of.ts';
import { mostDays } from './show-calendar.ts';
import { workingSpans } from './working-spans.ts';

export interface FreeQuery {
  people: readonly string[];
  minutes: number;
  /** Instants. */
  from: string;
  to: string;
  most?: number | undefined;
}

const stepMs = 15 * 60_000;
const usualMost = 10;

/** First times at which all of these people work and none has anything on; what is over is never offered. */
export async function findFree(
  ctx: Ctx,
  { people, minutes, to, most = usualMost, ...query }: FreeQuery,
) {
  const from = query.from > ctx.now.toISOString() ? query.from : ctx.now.toISOString();
  if (Date.parse(to) - Date.parse(query.from) > mostDays * 86_400_000)
    throw invalid([{ path: 'to', code: 'tooMany', params: { max: mostDays } }]);
  if (to <= query.from) throw invalid([{ path: 'to', code: 'endsEarly' }]);
  if (!people.every((id) => ctx.directory.members.has(id)))
    throw invalid([{ path: 'people', code: 'notFound' }]);
  if (from >= to) return { slots: [] };
  const free = await freeSpans(ctx, people, { from, to });
  const slots = slotsIn(free, { lengthMs: minutes * 60_000, stepMs, most });
  return {
    slots: slots.map((span) => ({
      startsAt: new Date(span.from).toISOString(),
      endsAt: new Date(span.to).toISOString(),
    })),
  };
}

/** When all of these people work and none has anything on. */
export async function freeSpans(
  ctx: Ctx,
  people: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Span[]> {
  const off = daysOff(ctx, from, to);
  const taken = await takenBy(ctx, { members: people, from, to });
  const each = (await hoursOf(ctx, people)).map((person) =>
    without(workingSpans(person, { from, to }, off), joined(taken.get(person.id) ?? [])),
  );
  return each.reduce((all, one) => common(all, one), each[0] ?? []);
}

export function daysOff(ctx: Ctx, from: string, to: string): ReadonlySet<string> {
  const { hours, holidays } = calendarSettings(ctx);
  const days = daysOf(
    plusDays(dayOf(from, 'UTC'), -1),
    plusDays(dayOf(to, 'UTC'), 1),
    holidays,
    restDaysOf(hours),
  );
  return new Set(days.filter(({ off }) => off).map(({ date }) => date));
}

/** Whatever people have on, seen or not: only that the time is taken becomes known. */
async function takenBy(
  ctx: Ctx,
  stretch: { members: readonly string[]; from: string; to: string },
): Promise<Map<string, Span[]>> {
  const members = new Set(stretch.members);
  const { items } = await findEvents(asSystem(ctx, 'calendar'), stretch, [
    'startsAt',
    'endsAt',
    'allDay',
    'owner',
    'people',
    'status',
  ]);
  const busy = items
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((each) => busyOf(each, members));
  const taken = new Map<string, Span[]>();
  for (const { member, ...time } of busy)
    taken.set(member, [...(taken.get(member) ?? []), spanOf(ctx, member, time)]);
  return taken;
}

/** A whole day is taken from midnight to midnight, where the person is. */
export function spanOf(
  { directory, workspace }: Ctx,
  member: string,
  { startsAt, endsAt, allDay }: Pick<Busy, 'startsAt' | 'endsAt' | 'allDay'>,
): Span {
  if (!allDay) return { from: Date.parse(startsAt), to: Date.parse(endsAt) };
  const zone = directory.members.get(member)?.timeZone ?? workspace.settings.timeZone;
  const midnight = (instant: string, days: number) =>
    Temporal.PlainDate.from(dayOf(instant, zone)).add({ days }).toZonedDateTime(zone)
      .epochMilliseconds;
  return { from: midnight(startsAt, 0), to: midnight(endsAt, 1) };
}
