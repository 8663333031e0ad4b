import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { useOnPage } from '../record-context.tsx';
import { AroundChange } from '../thread/around-change.tsx';
import { ChangeTable } from '../thread/change-table.tsx';
import { fieldChanges } from '../thread/field-changes.ts';
import { originOf } from '../thread/origin.ts';
import { threadWords } from '../thread/thread.words.ts';
import { historyQuery } from '../thread/timeline.ts';
import { historyWords } from './history.words.ts';
import classes from './history.module.css';

/** Every change of the record itself, as it was written down. */
export function HistoryTab() {
  const t = useWords(historyWords);
  const s = useWords(threadWords);
  const { language, timeZone } = useLanguage();
  const { object, record, title } = useOnPage();
  const query = useInfiniteQuery(historyQuery(object.path, record.id));
  const entries = query.data?.pages.flatMap(({ items }) => items);
  if (!entries)
    return (
      <div className={classes.tab}>
        {query.isError ? (
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
        ) : (
          <Skeleton height={120} />
        )}
      </div>
    );
  if (entries.length === 0) return <Empty title={t('nothing')} />;
  const reader = { language, timeZone, unseen: s('unseen') };
  return (
    <div className={classes.tab}>
      <table className={classes.table}>
        <caption className="unseen">{t('caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const origin = originOf(entry.reason);
            const changes = fieldChanges(object, entry.changes, reader);
            return (
              <tr key={entry.id}>
                <td className={classes.when}>{formatDateTime(new Date(entry.at), timeZone)}</td>
                <td className={classes.who}>
                  {entry.actor ? (entry.actor.title ?? s('unseen')) : s('system')}
                  {origin && <span className={classes.origin}>{s(origin)}</span>}
                </td>
                <td className={classes.what}>
                  {entry.action !== 'update' && (
                    <AroundChange
                      entry={{
                        ...entry,
                        kind: 'change',
                        record: { object: object.key, id: record.id, title },
                      }}
                    />
                  )}
                  {changes.length > 0 && <ChangeTable changes={changes} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button
          mt="md"
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
