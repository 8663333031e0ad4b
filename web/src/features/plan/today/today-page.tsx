import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { openForm } from '#web/engine/form/open-form.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { useNow } from '#web/engine/record/use-now.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { CallPlanPanel } from '../call-plan-panel.tsx';
import { dayBounds } from '../day-bounds.ts';
import { callPlanQuery, dayQuery } from '../plan.queries.ts';
import { planWords } from '../plan.words.ts';
import { entriesOf } from './entries.ts';
import { ForgottenCard } from './forgotten-card.tsx';
import { DayThread } from './day-thread.tsx';
import { TodayHead } from './today-head.tsx';
import classes from './today.module.css';
import { useLineCommands } from './use-line-commands.ts';

/** The day as a thread: what was forgotten, what is done, now, what is to come; beside it whom to call. */
export function TodayPage() {
  const t = useWords(planWords);
  const { timeZone } = useLanguage();
  const now = useNow();
  const bounds = dayBounds(now, timeZone);
  const page = useRef<HTMLDivElement>(null);
  usePageTitle(t('today'));
  useLineCommands(page);
  const activities = useQuery(dayQuery(bounds));
  const plan = useQuery(callPlanQuery(bounds.day)).data;
  const entries = entriesOf(activities.data?.items ?? [], plan?.lines ?? []);
  const forgotten = entries.filter(({ state }) => state === 'forgotten');
  const others = entries.filter(({ state }) => state !== 'forgotten');
  return (
    <div className={classes.page} ref={page}>
      <div className={classes.main}>
        <TodayHead day={bounds.day} entries={entries} />
        {forgotten.length > 0 && (
          <ul className={classes.forgottens}>
            {forgotten.map((entry) => (
              <ForgottenCard key={entry.id} entry={entry} day={bounds.day} />
            ))}
          </ul>
        )}
        {activities.isPending ? (
          <div className={classes.waiting}>
            {[1, 2, 3, 4].map((each) => (
              <Skeleton key={each} height={48} />
            ))}
          </div>
        ) : activities.error && entries.length === 0 ? (
          <div className={classes.waiting}>
            <Note
              tone="bad"
              action={
                <Button size="xs" variant="default" onClick={() => void activities.refetch()}>
                  {t('retry')}
                </Button>
              }
            >
              {activities.error.message || t('failed')}
            </Note>
          </div>
        ) : others.length > 0 ? (
          <DayThread entries={others} now={now} />
        ) : (
          forgotten.length === 0 && (
            <Empty title={t('nothing')} text={t('nothingText')}>
              <Button onClick={() => openForm({ object: 'activity' })}>{t('plan')}</Button>
            </Empty>
          )
        )}
      </div>
      <aside className={classes.side}>
        <CallPlanPanel day={bounds.day} calls={false} />
      </aside>
    </div>
  );
}
