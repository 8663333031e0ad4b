import { useModel } from '../../model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { AroundChange } from './around-change.tsx';
import { ChangeTable } from './change-table.tsx';
import { fieldChanges } from './field-changes.ts';
import { OneChange } from './one-change.tsx';
import { OfRecord } from './of-record.tsx';
import { originOf } from './origin.ts';
import type { ChangeEntry } from './timeline.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

/** Who changed what, from what to what. */
export function ChangeKnot({ entry }: { entry: ChangeEntry }) {
  const t = useWords(threadWords);
  const { language, timeZone } = useLanguage();
  const model = useModel();
  const who = entry.actor ? (entry.actor.title ?? t('unseen')) : t('system');
  const origin = originOf(entry.reason);
  const isUpdate = entry.action === 'update';
  const changes = isUpdate
    ? fieldChanges(model.byKey.get(entry.record.object), entry.changes, {
        language,
        timeZone,
        unseen: t('unseen'),
      })
    : [];
  const [only] = changes;
  return (
    <>
      <p className={classes.said}>
        <b>{who}</b>{' '}
        {!isUpdate ? (
          <AroundChange entry={entry} />
        ) : only && changes.length === 1 ? (
          <>
            <OneChange change={only} /> <OfRecord entry={entry} />
          </>
        ) : (
          <>
            {changes.length === 0 ? t('did') : t('changedFields', { count: changes.length })}{' '}
            <OfRecord entry={entry} />
          </>
        )}
        {origin && <span className={classes.meta}> · {t(origin)}</span>}
      </p>
      {changes.length > 1 && <ChangeTable changes={changes} />}
    </>
  );
}
