import type { Line } from './write-lines.ts';

/** Every change of the clock in these years is written out: no rule of ours can then be wrong. */
export function describeZone(timeZone: string, fromYear: number, toYear: number): Line[] {
  const first = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 }).toZonedDateTime(
    timeZone,
  );
  const lines: Line[] = [
    { name: 'BEGIN', value: 'VTIMEZONE' },
    { name: 'TZID', value: timeZone },
    ...observance('STANDARD', first.toPlainDateTime(), first.offset, first.offset),
  ];
  let before = first;
  for (;;) {
    const change = before.getTimeZoneTransition('next');
    if (!change || change.year > toYear) break;
    const was = change.subtract({ nanoseconds: 1 });
    lines.push(
      ...observance(
        change.offsetNanoseconds > was.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD',
        // As the clock showed it that was in force until then.
        was.toPlainDateTime().add({ nanoseconds: 1 }),
        was.offset,
        change.offset,
      ),
    );
    before = change;
  }
  return [...lines, { name: 'END', value: 'VTIMEZONE' }];
}

const observance = (
  kind: 'STANDARD' | 'DAYLIGHT',
  begins: Temporal.PlainDateTime,
  from: string,
  to: string,
): Line[] => [
  { name: 'BEGIN', value: kind },
  { name: 'DTSTART', value: begins.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '') },
  { name: 'TZOFFSETFROM', value: from.replace(':', '') },
  { name: 'TZOFFSETTO', value: to.replace(':', '') },
  { name: 'END', value: kind },
];
