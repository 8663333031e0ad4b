import { notFound } from '#shared/errors.ts';
import { plusDays } from '#shared/locale/date.ts';
import type { Ctx } from '#engine/context.ts';
import { calendarSettings, dayOf, freeSpans } from '../calendar/index.ts';
import { bestHours } from './best-hours.ts';
import type { CallLine } from './call-line.ts';
import { dayBounds } from './day-of.ts';
import { calledBy, lineMaker } from './make-lines.ts';
import { readCalls } from './read-calls.ts';
import { readParties } from './read-parties.ts';
import { skippedOn } from './skip-call.ts';
import { suggest } from './suggest.ts';
import { forgottenRate, heldBack, totalsOf, type ForgottenRate, type Totals } from './totals.ts';

export interface CallPlan {
  day: string;
  member: { id: string; title: string | null };
  totals: Totals;
  rate: ForgottenRate;
  /** Own customers and leads who asked not to be called. */
  held: number;
  lines: CallLine[];
  suggestions: CallLine[];
}

const mostSuggested = 10;
/** Looked through for numbers to dial before the list is cut. */
const mostConsidered = 40;
const offeredDays = 7;

/**
 * Whom a member calls on a day: promised times in their order, what was forgotten, and on a day that is not over who else it
 * is time for. Everything is read as the actor may see it.
 */
export async function callPlan(
  ctx: Ctx,
  { day: wanted, member: of }: { day?: string | undefined; member?: string | undefined },
): Promise<CallPlan> {
  const { actor, now } = ctx;
  const member = of ?? (actor.kind === 'member' ? actor.id : '');
  const person = ctx.directory.members.get(member);
  if (!person) throw notFound();
  const today = dayOf(now.toISOString(), actor.timeZone);
  const day = dayBounds(wanted ?? today, actor.timeZone);
  const isOver = day.day < today;
  const days = Array.from({ length: offeredDays }, (_, i) => plusDays(day.day, i));
  const stretch = {
    from: day.from > now.toISOString() ? day.from : now.toISOString(),
    to: dayBounds(days.at(-1) ?? day.day, actor.timeZone).to,
  };
  const [calls, suggested, skipped, free, rate, held] = await Promise.all([
    readCalls(ctx, member, day),
    isOver ? [] : suggest(ctx, member, day),
    skippedOn(ctx, member, day.day),
    isOver ? [] : freeSpans(ctx, [member], stretch),
    forgottenRate(ctx, member),
    heldBack(ctx, member),
  ]);
  const planned = new Set(calls.flatMap((call) => Object.values(calledBy(call))));
  const wantedOnes = suggested
    .filter(({ id }) => !planned.has(id) && !skipped.has(id))
    .slice(0, mostConsidered);
  const all = [...calls.map(calledBy), ...wantedOnes.map(({ called }) => called)];
  const [partyOf, bestOf] = await Promise.all([readParties(ctx, all), bestHours(ctx, all)]);
  const minutes = calendarSettings(ctx).usualMinutes['call'] ?? 10;
  const line = lineMaker(ctx, { partyOf, bestOf, free, days, minutes });
  const lines = calls.map((call) => line.ofCall(call));
  return {
    day: day.day,
    member: { id: member, title: person.name },
    totals: totalsOf(lines),
    rate,
    held,
    lines,
    suggestions: wantedOnes
      .map((each) => line.ofSuggestion(each))
      .filter(({ phone, doNotCall }) => phone !== null && !doNotCall)
      .slice(0, mostSuggested),
  };
}
