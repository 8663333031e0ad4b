import { plusDays } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { get } from '#engine/records/index.ts';
import { calendarSettings, dayOf, freeSpans } from '../calendar/index.ts';
import { bestHours } from './best-hours.ts';
import { dayBounds } from './day-of.ts';
import { bestSlot, offerSlots } from './offer-slot.ts';
import { listVisible, refOf, refsOf, sees, textOf } from './read-fields.ts';

export interface NextTimes {
  items: { startsAt: string; why: 'answers' | 'free' }[];
  /** When something is planned with them already. */
  planned: string | null;
}

const offeredDays = 10;

/** When the next step with the people of an activity fits: the hours they answer, and the beginning of next week. */
export async function nextTimes(ctx: Ctx, id: string): Promise<NextTimes> {
  const activity = await get(ctx, 'activity', id);
  const { timeZone } = ctx.actor;
  const now = ctx.now.toISOString();
  const account = refOf(activity['account'])?.id;
  const lead = refOf(activity['lead'])?.id;
  const contact = refsOf(activity['contacts'])[0]?.id;
  const owner = refOf(activity['owner'])?.id;
  const today = dayOf(now, timeZone);
  const days = Array.from({ length: offeredDays }, (_, i) => plusDays(today, i + 1));
  const stretch = { from: now, to: dayBounds(days.at(-1) ?? today, timeZone).to };
  const [free, bestOf, planned] = await Promise.all([
    owner === undefined ? [] : freeSpans(ctx, [owner], stretch),
    bestHours(ctx, [{ contact, account, lead }]),
    plannedWith(ctx, id, { account, lead }),
  ]);
  const best = bestOf({ contact, account, lead });
  const kind = textOf(activity['kind']) ?? 'call';
  const minutes = calendarSettings(ctx).usualMinutes[kind] ?? 30;
  const wanted = {
    minutes,
    timeZone,
    best: best ?? hourOf(textOf(activity['startsAt']), timeZone),
  };
  const first = bestSlot(offerSlots(free, { ...wanted, days }));
  const monday = days.find((day) => Temporal.PlainDate.from(day).dayOfWeek === 1) ?? today;
  const later = days.filter(
    (day) => day >= monday && (first === null || day > dayOf(first.startsAt, timeZone)),
  );
  const second = offerSlots(free, { ...wanted, best: null, days: later })[0] ?? null;
  return {
    items: [first, second].flatMap((slot) =>
      slot
        ? [{ startsAt: slot.startsAt, why: slot.answers && best ? ('answers' as const) : 'free' }]
        : [],
    ),
    planned,
  };
}

/** The hour of the day at which it was planned, where nothing is known of the hours they answer. */
function hourOf(startsAt: string | null, timeZone: string) {
  if (startsAt === null) return null;
  const { hour } = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  const clock = (each: number) => `${String(each).padStart(2, '0')}:00`;
  return { from: clock(hour), to: clock(hour + 1), answered: 0, tried: 0 };
}

async function plannedWith(
  ctx: Ctx,
  id: string,
  { account, lead }: { account: string | undefined; lead: string | undefined },
): Promise<string | null> {
  const field = account === undefined ? 'lead' : 'account';
  const value = account ?? lead;
  if (value === undefined || !sees(ctx, 'activity', field, 'status', 'startsAt')) return null;
  const [next] = await listVisible(ctx, 'activity', {
    where: {
      and: [
        { field, op: 'eq', value },
        { field: 'status', op: 'eq', value: 'planned' },
        { field: 'startsAt', op: 'gt', value: ctx.now.toISOString() },
        { field: 'id', op: 'ne', value: id },
      ],
    },
    sort: 'startsAt',
    fields: ['startsAt'],
    limit: 1,
  });
  return textOf(next?.['startsAt']);
}
