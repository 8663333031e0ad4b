import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import type { ScreenObject } from '#web/api/model.ts';
import type { Reference } from '#web/api/records.ts';
import { useMayKeep } from '#web/engine/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { mergesQuery, type Merge } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import classes from './duplicates-page.module.css';
import { MergeFailure } from './merge/merge-failure.tsx';
import { useUndoMerge } from './use-undo-merge.ts';

/** Merges there have been, and the way back for thirty days. */
export function MergesList({ object }: { object: ScreenObject }) {
  const t = useWords(duplicatesWords);
  const { timeZone } = useLanguage();
  const query = useInfiniteQuery(mergesQuery(object.key));
  const merges = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const undo = useUndoMerge();
  const mayKeep = useMayKeep();
  const [asked, setAsked] = useState<Merge>();
  const at = (instant: string) => formatDateTime(new Date(instant), timeZone);
  const nameOf = (reference: Reference | null) => reference?.title ?? t('system');
  const namesOf = (references: readonly Reference[]) =>
    references.map(({ title }) => title ?? t('unnamed')).join(', ');
  if (query.error)
    return <MergeFailure error={query.error} fields={[]} onAgain={() => void query.refetch()} />;
  if (query.isPending)
    return (
      <div className={classes.waiting}>
        <Skeleton height={96} />
      </div>
    );
  if (merges.length === 0) return <Empty title={t('noneMerged')} />;
  return (
    <>
      <ul className={classes.merges}>
        {merges.map((merge) => {
          const moved = Object.values(merge.moved).reduce((sum, count) => sum + count, 0);
          return (
            <li key={merge.id} className={classes.merge}>
              <div className={classes.told}>
                <Link
                  to="/$objects/$id"
                  params={{ objects: object.path, id: merge.survivor.id }}
                  className={classes.name}
                >
                  {t('into', {
                    merged: namesOf(merge.merged),
                    survivor: merge.survivor.title ?? t('unnamed'),
                  })}
                </Link>
                <span className={classes.hint}>
                  {t('by', { name: nameOf(merge.actor), time: at(merge.at) })}
                  {moved > 0 && ` · ${t('moved', { count: moved })}`}
                </span>
              </div>
              <div className={classes.back}>
                {merge.undoneAt !== null ? (
                  <span className={classes.hint}>
                    {t('undoneBy', { name: nameOf(merge.undoneBy), time: at(merge.undoneAt) })}
                  </span>
                ) : merge.undoableUntil === null ? (
                  <span className={classes.hint}>{t('tooOld')}</span>
                ) : (
                  <>
                    <span className={classes.hint}>
                      {t('undoUntil', {
                        date: formatDate(dateInZone(new Date(merge.undoableUntil), timeZone)),
                      })}
                    </span>
                    {mayKeep && (
                      <Button
                        variant="default"
                        size="xs"
                        disabled={undo.isPending}
                        onClick={() => setAsked(merge)}
                      >
                        {t('undo')}
                      </Button>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {asked && (
        <Dialog
          onClose={() => setAsked(undefined)}
          title={t('undoAsk', { names: namesOf(asked.merged) })}
        >
          <p>{t('undoAskText')}</p>
          <DialogFoot onCancel={() => setAsked(undefined)} cancelLabel={t('keep')}>
            <Button
              onClick={() => {
                undo.mutate(asked.id);
                setAsked(undefined);
              }}
            >
              {t('undo')}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
