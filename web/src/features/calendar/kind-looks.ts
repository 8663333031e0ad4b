import type { Tone } from '#web/ui/status-glyph.tsx';
import type { CalendarItem } from './calendar.queries.ts';

/** Colours of what takes a longer time; what is short (calls, messages) is a line with the sign of its status. */
const colours: Readonly<Record<string, string>> = {
  meeting: 'c5',
  visit: 'c4',
  visitByCustomer: 'c2',
  task: 'c3',
};
const lines: ReadonlySet<string> = new Set(['call', 'message']);

export const colourOf = (kind: string): string => colours[kind] ?? 'c8';
export const isLine = ({ kind }: CalendarItem): boolean => lines.has(kind);

const tones: Readonly<Record<string, Tone>> = {
  planned: 'idle',
  inProgress: 'info',
  done: 'ok',
  cancelled: 'closed',
  forgotten: 'bad',
};
export const toneOf = (status: string | null | undefined): Tone => tones[status ?? ''] ?? 'idle';

/** Whom a call is with says more than that it is one. */
export const titleOfItem = (item: CalendarItem): string =>
  (isLine(item) && (item.contacts?.[0]?.title ?? item.account?.title ?? item.lead?.title)) ||
  item.subject ||
  '';
