import { Button } from '@mantine/core';
import type { ScreenField } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { duplicatesWords } from '../duplicates.words.ts';

interface Props {
  error: unknown;
  fields: readonly ScreenField[];
  onAgain: () => void;
}

/** Why nothing was merged; what was chosen is kept. */
export function MergeFailure({ error, fields, onAgain }: Props) {
  const t = useWords(duplicatesWords);
  const label = useLabel();
  if (isProblem(error, 'stale')) return <Note tone="warn">{t('stale')}</Note>;
  if (isProblem(error, 'notFound')) return <Note tone="warn">{t('gone')}</Note>;
  if (isProblem(error, 'forbidden')) return <Note tone="bad">{t('forbidden')}</Note>;
  if (isProblem(error, 'offline'))
    return (
      <Note
        tone="bad"
        action={
          <Button variant="default" size="xs" onClick={onAgain}>
            {t('again')}
          </Button>
        }
      >
        {t('offline')}
      </Note>
    );
  if (!isProblem(error)) return <Note tone="bad">{t('failed', { reason: '' })}</Note>;
  const told = error.errors.map(({ path, message }) => {
    const key = path.split('.')[1] ?? path;
    const field = fields.find((each) => each.key === key);
    return field ? `${label(field.label)}: ${message}` : message;
  });
  return <Note tone="bad">{t('failed', { reason: told.join(' ') || error.message })}</Note>;
}
