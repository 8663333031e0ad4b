import type { Operator } from '#shared/filter.ts';
import { plusDays } from '#shared/locale/date.ts';
import { dateInZone, parseDateTime } from '#shared/locale/date-time.ts';

/** People filter times by days: from the first instant of one, to the last of another. */
export type Edge = 'first' | 'last';

export function instantOf(day: string, edge: Edge, timeZone: string): string | undefined {
  const first = parseDateTime(day, 'ymd', timeZone);
  if (edge === 'first' || first === undefined) return first;
  const next = parseDateTime(plusDays(day, 1), 'ymd', timeZone);
  return next === undefined ? undefined : new Date(Date.parse(next) - 1).toISOString();
}

/** Which edge of its day an instant is, if any. */
export function edgeOf(instant: string, timeZone: string): Edge | undefined {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) return undefined;
  const day = dateInZone(new Date(time), timeZone);
  const edges: readonly Edge[] = ['first', 'last'];
  return edges.find((edge) => {
    const at = instantOf(day, edge, timeZone);
    return at !== undefined && Date.parse(at) === time;
  });
}

/** `after` a day begins when it has ended; `place` tells the ends of `between`. */
export const edgeFor = (op: Operator, place: 0 | 1 = 0): Edge =>
  op === 'lte' || op === 'gt' || place === 1 ? 'last' : 'first';
