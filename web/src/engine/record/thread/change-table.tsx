import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { FieldChange } from './field-changes.ts';
import classes from './thread.module.css';
import { threadWords } from './thread.words.ts';

const shownFirst = 4;

/** Several fields at once: each on a line, from what to what. */
export function ChangeTable({ changes }: { changes: readonly FieldChange[] }) {
  const t = useWords(threadWords);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? changes : changes.slice(0, shownFirst);
  const rest = changes.length - shownFirst;
  return (
    <>
      <dl className={classes.changes}>
        {shown.map(({ key, label, before, after }) => (
          <div key={key} className={classes.change}>
            <dt>{label}</dt>
            <dd>
              {before !== '' && (
                <>
                  <span className={classes.before}>{before}</span>
                  <IconArrowNarrowRight size={14} stroke={1.7} aria-label={t('to')} />
                </>
              )}
              {after === '' ? <span className={classes.meta}>{t('empty')}</span> : after}
            </dd>
          </div>
        ))}
      </dl>
      {rest > 0 && (
        <button type="button" className={classes.more} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('fewer') : t('moreChanges', { count: rest })}
        </button>
      )}
    </>
  );
}
