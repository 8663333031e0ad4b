import type { QuietHours } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';

/** When the quiet hours end that the member is in now; undefined outside them. */
export function quietUntil(
  ctx: Ctx,
  memberId: string,
  quiet: QuietHours | undefined,
): Date | undefined {
  if (!quiet?.on || quiet.from === quiet.to) return undefined;
  return endOfQuiet(ctx.now, zoneOf(ctx, memberId), quiet);
}

/** The zone a member lives in. */
export const zoneOf = ({ directory, workspace }: Ctx, memberId: string): string =>
  directory.members.get(memberId)?.timeZone ?? workspace.settings.timeZone;

/** Looked at on the clock of the place: on the days when that is changed, the hours are as the clock shows them. */
export function endOfQuiet(
  now: Date,
  timeZone: string,
  { from, to }: Pick<QuietHours, 'from' | 'to'>,
): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const clock = here.toPlainTime();
  const begin = Temporal.PlainTime.from(from);
  const end = Temporal.PlainTime.from(to);
  const isAfter = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(clock, time) >= 0;
  const overNight = Temporal.PlainTime.compare(begin, end) > 0;
  const quiet = overNight ? isAfter(begin) || !isAfter(end) : isAfter(begin) && !isAfter(end);
  if (!quiet) return undefined;
  const day = here.toPlainDate().add({ days: overNight && isAfter(begin) ? 1 : 0 });
  const first = day.toZonedDateTime({ timeZone, plainTime: end });
  // In the hour that comes twice, the first end may be over already.
  const last = day.toPlainDateTime(end).toZonedDateTime(timeZone, { disambiguation: 'later' });
  const ends = first.epochMilliseconds > now.getTime() ? first : last;
  return new Date(ends.epochMilliseconds);
}
