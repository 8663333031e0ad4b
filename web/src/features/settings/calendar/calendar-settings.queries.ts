import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { HolidaySettings } from '#shared/calendar/days-of.ts';
import type { WeekHours } from '#shared/calendar/working-hours.ts';
import { address, get, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../use-tell.ts';
import { calendarSettingsWords } from './calendar-settings.words.ts';

export interface CalendarSettings {
  hours: WeekHours;
  holidays: Required<HolidaySettings>;
  usualMinutes: Record<string, number>;
  forgottenAfterMinutes: number;
  /** One's own; null: as the company. */
  own: WeekHours | null;
}

const key = ['calendar-settings'] as const;

export const calendarSettingsQuery = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => get<CalendarSettings>(address('calendar/settings'), signal),
});

/** Keeps what was changed, with a way back. */
export function useKeepSettings(before: CalendarSettings | undefined, onDone: () => void) {
  const client = useQueryClient();
  const tell = useTell();
  const t = useWords(calendarSettingsWords);
  const put = async (patch: Partial<CalendarSettings>) => {
    const { own, ...company } = patch;
    if (Object.keys(company).length > 0) await send('PATCH', address('calendar/settings'), company);
    if (own !== undefined) await send('PUT', address('calendar/hours'), { hours: own });
    // Days off and hours stand on the calendar too.
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['records', 'activities', 'calendar'] });
  };
  return useMutation({
    mutationFn: put,
    onMutate: (patch) => {
      const was = Object.entries(before ?? {}).filter(([name]) => name in patch);
      return Object.fromEntries(was);
    },
    onSuccess: (_, _patch, was) => {
      onDone();
      notify({
        tone: 'ok',
        text: t('saved'),
        action: { label: t('undo'), run: () => void put(was).catch(tell) },
      });
    },
    onError: (error) => tell(error),
  });
}

export interface Feed {
  id: string;
  team: { id: string; title: string | null } | null;
  createdAt: string;
}

export const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: ({ signal }) => get<{ items: Feed[] }>(address('calendar/feeds'), signal),
});
