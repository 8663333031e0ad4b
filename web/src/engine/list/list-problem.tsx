import { Button } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { listWords } from './list.words.ts';

/** Why there are no rows, or no new ones; those that have come stay. */
export function ListProblem({ error, again }: { error: Error; again(): void }) {
  const t = useWords(listWords);
  const navigate = useNavigate();
  const { href } = useLocation();
  const isSignedOut = isProblem(error, 'unauthenticated');
  // Not by itself: something may be half typed in the table.
  const signIn = () => void navigate({ to: '/sign-in', search: { back: href } });
  const why = isProblem(error, 'offline') ? t('offline') : isProblem(error) ? reason(error) : '';
  return (
    <Note
      tone="bad"
      action={
        <Button size="xs" variant="default" onClick={isSignedOut ? signIn : again}>
          {t(isSignedOut ? 'signIn' : 'again')}
        </Button>
      }
    >
      {t('failed')} {why}
    </Note>
  );
}

const reason = (problem: { message: string; errors: readonly { message: string }[] }): string =>
  problem.errors[0]?.message ?? problem.message;
