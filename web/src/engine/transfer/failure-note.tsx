import { Button } from '@mantine/core';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { transferWords } from './transfer.words.ts';

interface Props {
  error: unknown;
  onAgain?: (() => void) | undefined;
}

/** Why something was not done, where it was asked for; what was chosen stays. */
export function FailureNote({ error, onAgain }: Props) {
  const t = useWords(transferWords);
  const isSignedOut = isProblem(error, 'unauthenticated');
  return (
    <Note
      tone="bad"
      action={
        <>
          {isSignedOut && (
            <Button component="a" href="/sign-in" target="_blank" variant="default" size="xs">
              {t('signIn')}
            </Button>
          )}
          {onAgain && (
            <Button variant="default" size="xs" onClick={onAgain}>
              {t('again')}
            </Button>
          )}
        </>
      }
    >
      {isSignedOut ? t('signedOut') : reasonOf(error, t)}
    </Note>
  );
}

type Say = (key: 'offline' | 'failed', params?: Record<string, string>) => string;

/** What a person reads about an error: the server's own words, or that the network is away. */
export function reasonOf(error: unknown, t: Say): string {
  if (isProblem(error, 'offline')) return t('offline');
  if (!isProblem(error)) return t('failed', { reason: '' });
  const [first] = error.errors;
  return first && error.code === 'invalid' ? first.message : error.message;
}
