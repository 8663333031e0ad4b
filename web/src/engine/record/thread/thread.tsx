import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { useNow } from '../use-now.ts';
import { Composing } from './composing.tsx';
import { Feed } from './feed.tsx';
import { joinChanges } from './join-changes.ts';
import { NowLine } from './now-line.tsx';
import { Pinned } from './pinned.tsx';
import { pathsOf } from './sources.ts';
import { inStretches } from './thread-days.ts';
import { ThreadSkeleton } from './thread-skeleton.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import { timelineQuery } from './timeline.ts';
import { Upcoming } from './upcoming.tsx';
import { useLiveThread } from './use-live-thread.ts';

/** `only`: everything, but changes of this record alone; else as GET …/timeline takes it. */
export type ShownSort = string;

/** Everything around the record on the red thread: what is to come, the time now, and what happened, newest first. */
export function Thread({ show, isPhone }: { show: ShownSort | undefined; isPhone: boolean }) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  const { object, record } = useOnPage();
  const isOnlyThis = show === 'only';
  const query = useInfiniteQuery(
    timelineQuery(object.path, record.id, isOnlyThis ? undefined : show),
  );
  const { dataUpdatedAt } = query;
  const minute = useNow();
  // What has just been asked for is not of later than now.
  const now = useMemo(
    () => new Date(Math.max(minute.getTime(), dataUpdatedAt)),
    [minute, dataUpdatedAt],
  );
  const model = useModel();
  useLiveThread(useMemo(() => [...new Set(pathsOf(model, object))], [model, object]));
  const stretches = useMemo(() => {
    const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
    const shown = all.filter(
      (entry) => !isOnlyThis || entry.kind === 'record' || entry.record.id === record.id,
    );
    return inStretches(joinChanges(shown), { now, timeZone });
  }, [query.data, isOnlyThis, record.id, now, timeZone]);
  const first = query.data?.pages[0];
  const around = (inside: ReactNode) => (
    <div className={classes.thread}>
      {!isPhone && <Composing />}
      {inside}
    </div>
  );
  if (query.isPending && !query.isError) return around(<ThreadSkeleton />);
  if (!first)
    return around(
      <Note
        tone="bad"
        action={
          <Button size="xs" variant="default" onClick={() => void query.refetch()}>
            {t('again')}
          </Button>
        }
      >
        {t('failed')}
      </Note>,
    );
  const isEmpty = stretches.length === 0 && first.upcoming.length === 0 && !query.hasNextPage;
  if (isEmpty)
    return around(
      show === undefined || isOnlyThis ? (
        <Empty title={t('nothing')} text={t('nothingText')} />
      ) : (
        <Empty title={t('noneOfSort')} text={t('noneOfSortText')} />
      ),
    );
  return around(
    <>
      <Pinned entries={first.pinned} />
      <Upcoming entries={first.upcoming} more={first.moreUpcoming} now={now} />
      <NowLine now={now} isFirst={first.upcoming.length === 0} />
      <Feed stretches={stretches} now={now} isBusy={query.isFetchingNextPage} />
      {query.hasNextPage && (
        <Button
          className={classes.older ?? ''}
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </>,
  );
}
