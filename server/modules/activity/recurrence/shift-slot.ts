/**
 * A slot moved by as much as another one was, by days and by the clock of the zone: an occurrence taken from Monday 09:00
 * to Tuesday 10:30 takes its series along, also over a change of the clock.
 */
export function shiftSlot(slot: string, moved: { slot: string; to: string; zone: string }): string {
  const local = (instant: string) => localOf(instant, moved.zone);
  const by = local(moved.slot).until(local(moved.to));
  return local(slot).add(by).toZonedDateTime(moved.zone).toInstant().toString({
    fractionalSecondDigits: 3,
  });
}

/** Days of the calendar from one instant to another where the zone's clock is read. */
export const daysMoved = ({ slot, to, zone }: { slot: string; to: string; zone: string }): number =>
  localOf(slot, zone).toPlainDate().until(localOf(to, zone).toPlainDate(), { largestUnit: 'day' })
    .days;

const localOf = (instant: string, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
