import type { RelativeDate } from '#shared/filter.ts';

/** A stretch of days, the last one not included. */
export interface Days {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

/** The days a relative date means where the actor is; weeks begin on Monday. */
export function relativeDays(name: RelativeDate, now: Date, timeZone: string): Days {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return ranges[name](today);
}

/** The instants between which those days lie in a time zone. */
export function instantsOf({ start, end }: Days, timeZone: string): { start: string; end: string } {
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString();
  return { start: at(start), end: at(end) };
}

type Date_ = Temporal.PlainDate;
const span = (start: Date_, duration: Temporal.DurationLike): Days => ({
  start,
  end: start.add(duration),
});
const monday = (day: Date_) => day.subtract({ days: day.dayOfWeek - 1 });
const firstOfMonth = (day: Date_) => day.with({ day: 1 });
const firstOfQuarter = (day: Date_) =>
  day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 });
const firstOfYear = (day: Date_) => day.with({ month: 1, day: 1 });
/** Today is the last of the past days, and the first of the coming ones. */
const past = (day: Date_, days: number): Days => ({
  start: day.subtract({ days: days - 1 }),
  end: day.add({ days: 1 }),
});

const ranges: Record<RelativeDate, (today: Date_) => Days> = {
  today: (day) => span(day, { days: 1 }),
  yesterday: (day) => span(day.subtract({ days: 1 }), { days: 1 }),
  tomorrow: (day) => span(day.add({ days: 1 }), { days: 1 }),
  thisWeek: (day) => span(monday(day), { weeks: 1 }),
  lastWeek: (day) => span(monday(day).subtract({ weeks: 1 }), { weeks: 1 }),
  nextWeek: (day) => span(monday(day).add({ weeks: 1 }), { weeks: 1 }),
  thisMonth: (day) => span(firstOfMonth(day), { months: 1 }),
  lastMonth: (day) => span(firstOfMonth(day).subtract({ months: 1 }), { months: 1 }),
  nextMonth: (day) => span(firstOfMonth(day).add({ months: 1 }), { months: 1 }),
  thisQuarter: (day) => span(firstOfQuarter(day), { months: 3 }),
  lastQuarter: (day) => span(firstOfQuarter(day).subtract({ months: 3 }), { months: 3 }),
  nextQuarter: (day) => span(firstOfQuarter(day).add({ months: 3 }), { months: 3 }),
  thisYear: (day) => span(firstOfYear(day), { years: 1 }),
  lastYear: (day) => span(firstOfYear(day).subtract({ years: 1 }), { years: 1 }),
  nextYear: (day) => span(firstOfYear(day).add({ years: 1 }), { years: 1 }),
  last7Days: (day) => past(day, 7),
  last30Days: (day) => past(day, 30),
  last90Days: (day) => past(day, 90),
  last365Days: (day) => past(day, 365),
  next7Days: (day) => span(day, { days: 7 }),
  next30Days: (day) => span(day, { days: 30 }),
  next90Days: (day) => span(day, { days: 90 }),
};
