/** Days, the last one included. */
export interface Stretch {
  from: string;
  to: string;
}

/** As long before: whole months before whole months, else as many days. */
export function before({ from, to }: Stretch): Stretch {
  const first = Temporal.PlainDate.from(from);
  const next = Temporal.PlainDate.from(to).add({ days: 1 });
  const months = first.until(next, { largestUnit: 'month' });
  const isWhole = first.day === 1 && next.day === 1 && months.days === 0;
  const length = isWhole ? { months: months.months } : { days: first.until(next).days };
  return { from: first.subtract(length).toString(), to: first.subtract({ days: 1 }).toString() };
}

/** The instants where those days begin and end. */
export function instantsOf(
  { from, to }: Stretch,
  timeZone: string,
): { start: string; end: string } {
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString();
  const last = Temporal.PlainDate.from(to);
  return { start: at(Temporal.PlainDate.from(from)), end: at(last.add({ days: 1 })) };
}
