import { instantOf, slotsIn, type Span } from '../calendar/index.ts';
import type { AnsweredHours } from './answered-hours.ts';

export interface Slot {
  startsAt: string;
  endsAt: string;
  /** Within the hours they answer. */
  answers: boolean;
}

const stepMs = 15 * 60_000;
const isoOf = (ms: number): string => new Date(ms).toISOString();

interface Wanted {
  minutes: number;
  best: AnsweredHours | null;
  days: readonly string[];
  timeZone: string;
}

/**
 * The first free time on each of these days, in the hours they answer where one is free then; a day on which only other
 * hours are free gives the first of those.
 */
export function offerSlots(
  free: readonly Span[],
  { minutes, best, days, timeZone }: Wanted,
): Slot[] {
  const lengthMs = Math.max(minutes, 5) * 60_000;
  const first = (from: number, to: number): number | undefined => {
    const within = free
      .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
      .filter((span) => span.from < span.to);
    return slotsIn(within, { lengthMs, stepMs, most: 1 })[0]?.from;
  };
  return days.flatMap((day): Slot[] => {
    const clock = (time: string) => Date.parse(instantOf(day, time, timeZone));
    // A call may last beyond the hours in which they pick up.
    const inBest = best && first(clock(best.from), clock(best.to) + lengthMs - stepMs);
    const at = inBest ?? first(clock('00:00'), clock('24:00'));
    return at === undefined
      ? []
      : [{ startsAt: isoOf(at), endsAt: isoOf(at + lengthMs), answers: at === inBest }];
  });
}

/** The soonest time at which they answer; where they never do or it is not known, the soonest. */
export const bestSlot = (slots: readonly Slot[]): Slot | null =>
  slots.find(({ answers }) => answers) ?? slots[0] ?? null;
