import { plusDays } from '#shared/locale/date.ts';

/** Days of the calendar, both included, as `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

export const nextDay = (date: string): string => plusDays(date, 1);

/** The instant at which a clock in the zone shows that time; `24:00` is the next midnight. */
export const instantOf = (date: string, time: string, timeZone: string): string => {
  const [day, clock] = time === '24:00' ? [nextDay(date), '00:00'] : [date, time];
  return Temporal.PlainDateTime.from(`${day}T${clock}`)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
};

export const dayOf = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
