import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus, IconPrinter } from '@tabler/icons-react';
import { Avatar } from '#web/ui/avatar.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { Person } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import { daysShown, step, views, type CalendarState, type View } from './calendar-state.ts';
import { weekNumber } from './days.ts';
import { PeopleMenu } from './people-menu.tsx';
import { sayDay, sayMonth, saySpan } from './say-day.ts';
import classes from './toolbar.module.css';

interface Props {
  state: CalendarState;
  today: string;
  people: readonly Person[];
  isPhone: boolean;
  onChange(part: Partial<CalendarState>): void;
  /** Without the right to plan there is none. */
  onPlan?: (() => void) | undefined;
}

const mostFaces = 5;
const onPhones: readonly View[] = ['day', 'agenda'];

export function Toolbar({ state, today, people, isPhone, onChange, onPlan }: Props) {
  const t = useWords(calendarWords);
  const choices = isPhone ? onPhones : views;
  return (
    <div role="toolbar" aria-label={t('tools')} className={classes.bar}>
      <div className={classes.where}>
        <Button
          variant="default"
          size="compact-sm"
          className={classes.today ?? ''}
          onClick={() => onChange({ day: today })}
        >
          {t('today')}
        </Button>
        <ActionIcon aria-label={t('before')} onClick={() => onChange({ day: step(state, -1) })}>
          <IconChevronLeft size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={t('after')} onClick={() => onChange({ day: step(state, 1) })}>
          <IconChevronRight size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      <Title state={state} isPhone={isPhone} />
      <span className={classes.gap} />
      {people.length > 1 && (
        <span className={classes.faces} aria-hidden>
          {people.slice(0, mostFaces).map(({ id, name }) => (
            <Avatar key={id} name={name} size={24} />
          ))}
        </span>
      )}
      <PeopleMenu state={state} onChange={onChange} />
      <SegmentedControl
        size="xs"
        aria-label={t('views')}
        value={state.view}
        data={choices.map((view) => ({ value: view, label: t(`view_${view}`) }))}
        onChange={(value) => onChange({ view: views.find((view) => view === value) ?? 'week' })}
      />
      {!isPhone && (
        <ActionIcon aria-label={t('print')} onClick={() => window.print()}>
          <IconPrinter size={16} stroke={1.7} />
        </ActionIcon>
      )}
      {onPlan && (
        <Button
          className={classes.plan ?? ''}
          leftSection={<IconPlus size={16} stroke={1.7} />}
          onClick={onPlan}
        >
          {t('plan')}
        </Button>
      )}
    </div>
  );
}

function Title({ state, isPhone }: { state: CalendarState; isPhone: boolean }) {
  const t = useWords(calendarWords);
  const { language } = useLanguage();
  const days = daysShown(state);
  const [first = state.day, last = state.day] = [days[0], days.at(-1)];
  const text =
    state.view === 'month'
      ? sayMonth(state.day, language)
      : state.view === 'day' && isPhone
        ? sayDay(state.day, language)
        : isPhone
          ? `${sayShort(first)} – ${sayShort(last)}`
          : saySpan(first, last, language);
  return (
    <h1 className={classes.title} aria-live="polite">
      {text}
      {(state.view === 'week' || (state.view === 'day' && !isPhone)) && (
        <span className={classes.week}>{t('week', { number: weekNumber(state.day) })}</span>
      )}
    </h1>
  );
}

/** `19/11`, where there is no room for more. */
const sayShort = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;
