import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { recordWords } from './record.words.ts';
import classes from './record.module.css';

/** The session ended while the page was open: what is being typed is not taken away; the way leads back here. */
export function SignedOutNote() {
  const t = useWords(recordWords);
  const router = useRouter();
  const client = useQueryClient();
  const signIn = async () => {
    await router.navigate({ to: '/sign-in', search: { back: router.state.location.href } });
    client.clear();
  };
  return (
    <div className={classes.note}>
      <Note
        tone="warn"
        action={
          <Button size="xs" variant="default" onClick={() => void signIn()}>
            {t('signIn')}
          </Button>
        }
      >
        {t('signedOut')}
      </Note>
    </div>
  );
}
