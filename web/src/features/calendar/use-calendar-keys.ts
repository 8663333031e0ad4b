import { useCommands } from '#web/engine/commands/commands.ts';
import { useWords } from '#web/words/language.tsx';
import { calendarWords } from './calendar.words.ts';
import { step, views, type CalendarState } from './calendar-state.ts';

interface Options {
  state: CalendarState;
  today: string;
  onChange(part: Partial<CalendarState>): void;
  onPlan: (() => void) | undefined;
}

const letters = { day: 'd', week: 'w', month: 'm', agenda: 'a' } as const;

/** What the calendar does by keys; the palette offers it too. */
export function useCalendarKeys({ state, today, onChange, onPlan }: Options): void {
  const t = useWords(calendarWords);
  const group = t('title');
  useCommands([
    ...views.map((view) => ({
      id: `calendar ${view}`,
      label: `${t('title')}: ${t(`view_${view}`)}`,
      keys: letters[view],
      group,
      run: () => onChange({ view }),
    })),
    {
      id: 'calendar today',
      label: t('today'),
      keys: 't',
      group,
      run: () => onChange({ day: today }),
    },
    {
      id: 'calendar before',
      label: t('before'),
      keys: 'k',
      group,
      keysOnly: true,
      run: () => onChange({ day: step(state, -1) }),
    },
    {
      id: 'calendar after',
      label: t('after'),
      keys: 'j',
      group,
      keysOnly: true,
      run: () => onChange({ day: step(state, 1) }),
    },
    ...(onPlan ? [{ id: 'calendar plan', label: t('plan'), keys: 'n', group, run: onPlan }] : []),
  ]);
}
