import { Button } from '@mantine/core';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { address, send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { useOnPage } from './record-context.tsx';
import { recordWords } from './record.words.ts';
import classes from './record.module.css';

/** The record went away while it was open: says so, and takes it back out of the trash where that may be done. */
export function GoneNote({ onBack }: { onBack(): void }) {
  const t = useWords(recordWords);
  const { object, record, isGone } = useOnPage();
  const [reason, setReason] = useState('');
  if (!isGone) return null;
  const restore = async () => {
    try {
      await send('POST', address(`${object.path}/${record.id}/restore`));
      onBack();
    } catch (error) {
      setReason(isProblem(error) && error.message !== '' ? error.message : t('offline'));
    }
  };
  return (
    <div className={classes.note}>
      <Note
        tone="bad"
        action={
          object.rights.delete !== 'none' && (
            <Button size="xs" variant="default" onClick={() => void restore()}>
              {t('restore')}
            </Button>
          )
        }
      >
        {t('gone')} {reason !== '' && t('notRestored', { reason })}
      </Note>
    </div>
  );
}
