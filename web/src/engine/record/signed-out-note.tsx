import { Button } from '@mantine/core';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { useSignInAgain } from '../use-sign-in-again.ts';
import { recordWords } from './record.words.ts';
import classes from './record.module.css';

/** The session ended while the page was open: what is being typed is not taken away; the way leads back here. */
export function SignedOutNote() {
  const t = useWords(recordWords);
  const signIn = useSignInAgain();
  return (
    <div className={classes.note}>
      <Note
        tone="warn"
        action={
          <Button size="xs" variant="default" onClick={signIn}>
            {t('signIn')}
          </Button>
        }
      >
        {t('signedOut')}
      </Note>
    </div>
  );
}
