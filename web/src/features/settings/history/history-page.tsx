import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { settingsWords } from '../settings.words.ts';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryRow } from './history-row.tsx';
import classes from './history-page.module.css';
import { historyQuery, type HistoryFilter } from './history-query.ts';
import { historyWords } from './history.words.ts';

/** What happened in the whole company, newest first. */
export function HistoryPage() {
  const t = useWords(historyWords);
  const title = useWords(settingsWords)('history');
  const [filter, setFilter] = useState<HistoryFilter>({});
  const query = useInfiniteQuery({
    ...historyQuery(filter),
    placeholderData: (before) => before,
  });
  const lines = query.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHead title={title} text={t('about')} />
      <div className={classes.body}>
        <HistoryFilters filter={filter} onChange={setFilter} />
        {query.error && <Note tone="bad">{query.error.message}</Note>}
        {!lines && !query.error && <PageSkeleton />}
        {lines?.length === 0 && <Empty title={t('nothing')} text={t('nothingText')} />}
        {lines && lines.length > 0 && (
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('when')}</th>
                  <th scope="col">{t('who')}</th>
                  <th scope="col">{t('what')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <HistoryRow key={`${line.kind} ${line.id}`} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {query.hasNextPage && (
          <Button
            variant="default"
            className={classes.more ?? ''}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}
