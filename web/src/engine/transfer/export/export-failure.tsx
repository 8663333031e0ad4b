import { Button } from '@mantine/core';
import { formatDateTime } from '#shared/locale/date-time.ts';
import { isProblem } from '#web/api/problem.ts';
import { Note } from '#web/ui/note.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { FailureNote } from '../failure-note.tsx';
import { transferWords } from '../transfer.words.ts';
import { Later } from './download.ts';

/** Why there is no file, and when there can be one. */
export function ExportFailure({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const t = useWords(transferWords);
  const { timeZone } = useLanguage();
  const again = (
    <Button variant="default" size="xs" onClick={onAgain}>
      {t('again')}
    </Button>
  );
  if (error instanceof Later && error.code === 'tooManyRequests') {
    const at = formatDateTime(error.at, timeZone);
    return <Note tone="warn">{t('exportLimit', { time: at.slice(-5) })}</Note>;
  }
  if (isProblem(error, 'unavailable'))
    return (
      <Note tone="warn" action={again}>
        {t('exportBusy')}
      </Note>
    );
  if (isProblem(error, 'offline'))
    return (
      <Note tone="bad" action={again}>
        {t('exportBroken')}
      </Note>
    );
  if (isProblem(error, 'forbidden')) return <Note tone="bad">{t('exportForbidden')}</Note>;
  return <FailureNote error={error} onAgain={onAgain} />;
}
