import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useMemo } from 'react';
import { dateInZone } from '#shared/locale/date-time.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { joinChanges } from './join-changes.ts';
import { NowLine } from './now-line.tsx';
import { dayBefore, inStretches, stretchName } from './thread-days.ts';
import { ThreadEntry } from './thread-entry.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import { timelineQuery } from './timeline.ts';
import { useNow } from '../use-now.ts';

/** Everything that happened around the record, newest first, on the red thread. */
export function Thread({ isOnlyThis }: { isOnlyThis: boolean }) {
  const t = useWords(threadWords);
  const { language, timeZone } = useLanguage();
  const { object, record } = useOnPage();
  const now = useNow();
  const query = useInfiniteQuery(timelineQuery(object.path, record.id));
  const stretches = useMemo(() => {
    const all = query.data?.pages.flatMap(({ items }) => items) ?? [];
    const shown = isOnlyThis ? all.filter((entry) => entry.record.id === record.id) : all;
    return inStretches(joinChanges(shown), { now, timeZone });
  }, [query.data, isOnlyThis, record.id, now, timeZone]);
  if (query.isPending && !query.isError) return <ThreadSkeleton />;
  if (!query.data)
    return (
      <div className={classes.thread}>
        <Note
          tone="bad"
          action={
            <Button size="xs" variant="default" onClick={() => void query.refetch()}>
              {t('again')}
            </Button>
          }
        >
          {t('failed')}
        </Note>
      </div>
    );
  if (stretches.length === 0 && !query.hasNextPage)
    return <Empty title={t('nothing')} text={t('nothingText')} />;
  const today = dateInZone(now, timeZone);
  const nameOf = (key: string): string =>
    key === dayBefore(today) ? t('yesterday') : stretchName(key, today, language);
  return (
    <div className={classes.thread}>
      <ol className={classes.list}>
        <NowLine now={now} />
        {stretches.map(({ key, isNear, entries }) => (
          <Fragment key={key}>
            {key !== today && (
              <li className={classes.day}>
                <span className={classes.knot} />
                <h3>{nameOf(key)}</h3>
              </li>
            )}
            {entries.map((entry) => (
              <ThreadEntry key={entry.id} entry={entry} isNear={isNear} />
            ))}
          </Fragment>
        ))}
      </ol>
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
    </div>
  );
}

function ThreadSkeleton() {
  return (
    <div className={classes.thread} aria-hidden>
      {[72, 48, 60, 40].map((width) => (
        <div key={width} className={classes.entry}>
          <Skeleton height={12} width={36} mt={16} />
          <span className={classes.knot} />
          <div className={classes.content}>
            <Skeleton height={14} width={`${width}%`} mt={4} />
          </div>
        </div>
      ))}
    </div>
  );
}
