import { useNavigate, useSearch } from '@tanstack/react-router';
import { dateInZone } from '#shared/locale/date-time.ts';
import { plusDays } from '#shared/locale/date.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useNow } from './use-now.ts';
import { daysFrom, plusMonths, weekOf, weeksOfMonth } from './days.ts';

export const views = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof views)[number];

/** What is looked at; stands in the address bar. */
export interface CalendarState {
  view: View;
  day: string;
  /** Ids, comma between; neither: one's own. */
  members?: string | undefined;
  teams?: string | undefined;
}

const dayForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const agendaDays = 14;

export function useCalendarState({ isPhone }: { isPhone: boolean }) {
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { timeZone } = useLanguage();
  const today = dateInZone(useNow(), timeZone);
  const asked = views.find((view) => view === search['view']) ?? (isPhone ? 'day' : 'week');
  const state: CalendarState = {
    // Columns of a week and cells of a month are too narrow for a thumb.
    view: isPhone && (asked === 'week' || asked === 'month') ? 'day' : asked,
    day: dayForm.test(search['day'] ?? '') ? (search['day'] ?? today) : today,
    members: search['members'],
    teams: search['teams'],
  };
  const change = (part: Partial<CalendarState>) => {
    const { day, ...next } = { ...state, ...part };
    void navigate({
      to: '/calendar',
      // The day that is today stays the one of tomorrow, when the page is opened then.
      search: { ...next, day: day === today ? undefined : day },
      replace: part.view === undefined,
    });
  };
  return { state, change, today };
}

export function daysShown({ view, day }: CalendarState): string[] {
  if (view === 'day') return [day];
  if (view === 'week') return daysFrom(weekOf(day), 7);
  if (view === 'month') return weeksOfMonth(day);
  return daysFrom(day, agendaDays);
}

/** The day from which the next, or the one before, is looked at. */
export function step({ view, day }: CalendarState, by: 1 | -1): string {
  if (view === 'month') return plusMonths(day, by);
  return plusDays(day, by * (view === 'day' ? 1 : view === 'week' ? 7 : agendaDays));
}
