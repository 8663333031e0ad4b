import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useModel } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Agenda } from './agenda/agenda.tsx';
import { Anchored } from './anchored.tsx';
import { calendarQuery } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import { daysShown, step, useCalendarState } from './calendar-state.ts';
import { entriesOf } from './entries.ts';
import { EventCard } from './event-card.tsx';
import { columnsOf } from './grid/columns.ts';
import { TimeGrid } from './grid/time-grid.tsx';
import { MonthGrid } from './month/month-grid.tsx';
import { ScopeQuestion } from './scope-question.tsx';
import { CallPlanSlot } from './call-plan-slot.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarWork } from './use-calendar-work.ts';
import { useSwipe } from './use-swipe.ts';
import classes from './calendar-page.module.css';

const PlanForm = lazy(async () => ({ default: (await import('./plan/plan-form.tsx')).PlanForm }));

/** Who does what when: a day, a week, a month or a list, of oneself, of colleagues and of teams. */
export function CalendarPage() {
  const t = useWords(calendarWords);
  usePageTitle(t('title'));
  const { timeZone } = useLanguage();
  const object = useModel().byKey.get('activity');
  const isPhone =
    useMediaQuery('(max-width: 720px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const { state, change, today } = useCalendarState({ isPhone });
  const days = daysShown(state);
  const ask = { from: days[0] ?? state.day, to: days.at(-1) ?? state.day };
  const { data, error, refetch, isPlaceholderData } = useQuery(
    calendarQuery({ ...ask, members: state.members, teams: state.teams }),
  );
  const entries = useMemo(() => (data ? entriesOf(data, timeZone) : []), [data, timeZone]);
  const work = useCalendarWork({ day: state.day, today });
  const swipe = useSwipe((by) => change({ day: step(state, by) }));
  const plan = object?.rights.create === true ? work.planAnew : undefined;
  useCalendarKeys({ state, today, onChange: change, onPlan: plan });

  const { opened } = work;
  const isShared = (data?.people.length ?? 0) > 1;
  const card = opened?.kind === 'card' ? entries.find(({ key }) => key === opened.key) : undefined;
  const owner = opened?.kind === 'plan' &&
    opened.person && { id: opened.person.id, title: opened.person.name };
  const toDay = (day: string) => change({ view: 'day', day });
  const common = { entries, isShared, onOpen: work.open };
  return (
    <section className={classes.page} data-view={state.view} aria-label={t('title')}>
      <Toolbar
        state={state}
        today={today}
        people={data?.people ?? []}
        isPhone={isPhone}
        onChange={change}
        onPlan={plan}
      />
      {data?.truncated && <Note tone="warn">{t('truncated')}</Note>}
      <div className={classes.body} aria-busy={isPlaceholderData || !data} {...(isPhone && swipe)}>
        {error && !data ? (
          <Empty title={t('failed')}>
            <Button variant="default" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          </Empty>
        ) : state.view === 'month' ? (
          <MonthGrid
            {...common}
            days={days}
            month={state.day}
            today={today}
            named={data?.days ?? []}
            onDay={toDay}
            onDraw={(slot, box) => plan && work.draw(slot, undefined, box)}
            onMove={work.move}
          />
        ) : state.view === 'agenda' ? (
          // Nothing is planned only where one knows it.
          data ? (
            <Agenda {...common} days={days} today={today} named={data.days} />
          ) : (
            <div className={classes.waiting}>
              {Array.from({ length: 8 }, (_, i) => (
                <Skeleton key={i} height={44} />
              ))}
            </div>
          )
        ) : (
          <TimeGrid
            {...common}
            columns={columnsOf({ days, named: data?.days ?? [], people: data?.people ?? [] })}
            drawn={opened?.kind === 'plan' ? opened.slot : null}
            openedKey={opened?.kind === 'card' ? opened.key : undefined}
            onDraw={(slot, column, box) => plan && work.draw(slot, column.person, box)}
            onMove={work.move}
            onDay={toDay}
            onTurn={state.view === 'day' ? (by) => change({ day: step(state, by) }) : undefined}
          />
        )}
        {/* A month needs the whole width. */}
        {!isPhone && state.view !== 'month' && <CallPlanSlot />}
      </div>
      {opened?.kind === 'card' && card?.item && (
        <Anchored
          box={opened.box}
          isPhone={isPhone}
          label={t('card', { name: card.item.subject ?? '' })}
          onClose={work.close}
        >
          <EventCard
            entry={card}
            item={card.item}
            onEdit={work.edit}
            onRemove={work.remove}
            onClose={work.close}
          />
        </Anchored>
      )}
      {opened?.kind === 'plan' && object && (
        <Anchored
          key={opened.id}
          box={opened.box}
          isPhone={isPhone}
          label={t('newPlan')}
          stays
          onClose={work.close}
        >
          <Suspense fallback={<Skeleton height={320} />}>
            <PlanForm
              object={object}
              slot={opened.slot}
              owner={owner || undefined}
              onSlot={work.setSlot}
              onClose={work.close}
            />
          </Suspense>
        </Anchored>
      )}
      {work.asked && (
        <ScopeQuestion
          what={work.asked.what}
          item={work.asked.item}
          onChoose={work.choose}
          onClose={work.leave}
        />
      )}
    </section>
  );
}
