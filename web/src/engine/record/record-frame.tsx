import { Button, Skeleton } from '@mantine/core';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { isProblem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { usePageTitle } from '../page-title.ts';
import { useModel } from '../model.ts';
import { dropRecent, noteRecent } from '../recent.ts';
import { titleOf } from '../records/title.ts';
import { RecordProvider, type OnPage } from './record-context.tsx';
import { RecordMissing } from './record-missing.tsx';
import { RecordView } from './record-view.tsx';
import { recordWords } from './record.words.ts';
import { answeredBy } from './thread/reply-object.ts';
import { useRecord } from './use-record.ts';
import classes from './head/head.module.css';

/** The record as far as it is known: all of it, what the list had, nothing yet, or why not. */
export function RecordFrame({ object, id }: { object: ScreenObject; id: string }) {
  const t = useWords(recordWords);
  const label = useLabel();
  const { language } = useLanguage();
  const model = useModel();
  const { record, isPartial, isGone, error, again } = useRecord(object, id);
  const title = record ? titleOf(object, record, language) : '';
  usePageTitle(title, [{ label: label(object.pluralLabel), to: `/${object.path}` }]);
  const isWhole = record !== undefined && !isPartial;
  const hasPage = object.timeline?.reply !== true;
  useEffect(() => {
    if (isGone) dropRecent(new Set([id]));
    else if (isWhole && title !== '' && hasPage) noteRecent({ object: object.key, id, title });
  }, [isGone, isWhole, hasPage, object.key, id, title]);
  const value = useMemo(
    (): OnPage | undefined => record && { object, record, title, isPartial, isGone },
    [object, record, title, isPartial, isGone],
  );
  const answered = isWhole ? answeredBy(object, record) : undefined;
  const answeredPath = model.byKey.get(answered?.object ?? '')?.path;
  if (answered && answeredPath !== undefined)
    return (
      <Navigate to="/$objects/$id" params={{ objects: answeredPath, id: answered.id }} replace />
    );
  if (value && !(isGone && isPartial))
    return (
      <RecordProvider value={value}>
        <RecordView isOld={error !== null} again={again} />
      </RecordProvider>
    );
  // Nothing is being typed yet: the frame around leads to the sign-in.
  if (isProblem(error, 'unauthenticated')) throw error;
  if (isGone) return <RecordMissing object={object} />;
  if (error)
    return (
      <Empty
        title={t('failedTitle')}
        text={isProblem(error, 'offline') || error.message === '' ? t('offline') : error.message}
      >
        <Button onClick={again}>{t('retry')}</Button>
      </Empty>
    );
  return (
    <div className={classes.head} aria-hidden>
      <Skeleton height={40} width={40} />
      <div className={classes.titles}>
        <Skeleton height={20} width={240} maw="100%" />
        <Skeleton height={12} width={320} maw="100%" mt={12} />
      </div>
    </div>
  );
}
