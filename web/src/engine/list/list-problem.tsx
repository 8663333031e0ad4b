import { Button } from '@mantine/core';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { listWords } from './list.words.ts';

/** Why there are no rows, or no new ones; those that have come stay. */
export function ListProblem({ error, again }: { error: Error; again(): void }) {
  const t = useWords(listWords);
  const why = isProblem(error, 'offline') ? t('offline') : isProblem(error) ? reason(error) : '';
  return (
    <Note
      tone="bad"
      action={
        <Button size="xs" variant="default" onClick={again}>
          {t('again')}
        </Button>
      }
    >
      {t('failed')} {why}
    </Note>
  );
}

const reason = (problem: { message: string; errors: readonly { message: string }[] }): string =>
  problem.errors[0]?.message ?? problem.message;
