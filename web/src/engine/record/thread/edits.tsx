import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDateTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { ChangeTable } from './change-table.tsx';
import { fieldChanges } from './field-changes.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import { historyQuery } from './timeline.ts';

interface Props {
  object: ScreenObject;
  id: string;
  onClose(): void;
}

/** What was written before each change of it, the last first. */
export function Edits({ object, id, onClose }: Props) {
  const t = useWords(threadWords);
  const { language, timeZone } = useLanguage();
  const { data } = useInfiniteQuery(historyQuery(object.path, id));
  const texts = new Set(object.timeline?.texts);
  const reader = { language, timeZone, unseen: t('unseen') };
  const edits = data?.pages
    .flatMap(({ items }) => items)
    .map((entry) => ({
      entry,
      changes: fieldChanges(object, entry.changes, reader).filter(
        ({ key, before }) => texts.has(key) && before !== '',
      ),
    }))
    .filter(({ changes }) => changes.length > 0);
  return (
    <Dialog title={t('edits')} onClose={onClose} size="lg">
      {edits === undefined ? (
        <Skeleton height={80} />
      ) : (
        <ol className={classes.list}>
          {edits.map(({ entry, changes }) => (
            <li key={entry.id} className={classes.edit}>
              <p className={classes.meta}>
                {entry.actor ? (entry.actor.title ?? t('unseen')) : t('system')},{' '}
                {formatDateTime(new Date(entry.at), timeZone)}
              </p>
              <ChangeTable changes={changes} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
