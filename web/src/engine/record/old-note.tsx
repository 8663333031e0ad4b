import { Button } from '@mantine/core';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { recordWords } from './record.words.ts';
import classes from './record.module.css';

/** What is shown was loaded before; the newest could not be asked for. */
export function OldNote({ again }: { again(): void }) {
  const t = useWords(recordWords);
  return (
    <div className={classes.note}>
      <Note
        tone="warn"
        action={
          <Button size="xs" variant="default" onClick={again}>
            {t('retry')}
          </Button>
        }
      >
        {t('notUpdated')}
      </Note>
    </div>
  );
}
