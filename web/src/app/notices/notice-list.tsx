import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { byDay, dayName } from './days.ts';
import { NoticeLine } from './notice-line.tsx';
import classes from './notices.module.css';
import { noticesQuery, type NoticeFilter } from './notices.ts';
import { noticesWords } from './notices.words.ts';
import { useLineKeys } from './use-line-keys.ts';
import { useMarkRead } from './use-mark-read.ts';

/** Notices under their days, the newest first; walked with the arrows or j and k. */
export function NoticeList({ filter, onOpen }: { filter: NoticeFilter; onOpen(): void }) {
  const t = useWords(noticesWords);
  const { timeZone } = useLanguage();
  const query = useInfiniteQuery(noticesQuery(filter));
  const mark = useMarkRead();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useLineKeys(list);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <Skeletons />;
  if (query.error && items.length === 0)
    return (
      <Note
        tone="bad"
        action={
          <Button variant="default" size="xs" onClick={() => void query.refetch()}>
            {t('again')}
          </Button>
        }
      >
        {t('failed')}
      </Note>
    );
  if (items.length === 0) return <Nothing filter={filter} />;
  return (
    // Only passes keys on to the links and buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div ref={list} className={classes.days} onKeyDown={onKeyDown}>
      {byDay(items, timeZone).map(({ day, items: ofDay }) => {
        const name = dayName(day, timeZone, { today: t('today'), yesterday: t('yesterday') });
        return (
          <section key={day} aria-label={name}>
            <h2 className={classes.day}>{name}</h2>
            <ul className={classes.lines}>
              {ofDay.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} onRead={mark.one} onOpen={onOpen} />
              ))}
            </ul>
          </section>
        );
      })}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          className={classes.more ?? ''}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Nothing({ filter }: { filter: NoticeFilter }) {
  const t = useWords(noticesWords);
  if (filter === 'all') return <Empty title={t('empty')} text={t('emptyText')} />;
  if (filter === 'unread') return <Empty title={t('noneUnread')} text={t('noneUnreadText')} />;
  return <Empty title={t('noneOfKind')} />;
}

const Skeletons = () => (
  <div className={classes.days} aria-hidden>
    {Array.from({ length: 5 }, (_, i) => (
      <Skeleton key={i} height={56} className={classes.bone ?? ''} />
    ))}
  </div>
);
