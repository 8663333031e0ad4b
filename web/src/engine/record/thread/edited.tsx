import { lazy, Suspense, useState } from 'react';
import { formatDateTime } from '#shared/locale/date-time.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';
import type { RecordEntry } from './timeline.ts';

const Edits = lazy(async () => ({ default: (await import('./edits.tsx')).Edits }));

/** Says that what was written was changed, and leads to what it was before. */
export function Edited({ entry, object }: { entry: RecordEntry; object: ScreenObject }) {
  const t = useWords(threadWords);
  const { timeZone } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const when = formatDateTime(new Date(entry.edited ?? ''), timeZone);
  return (
    <>
      <button
        type="button"
        className={classes.edited}
        aria-label={t('editedAt', { when })}
        title={when}
        onClick={() => setOpen(true)}
      >
        {t('edited')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Edits object={object} id={entry.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
