import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '#web/words/language.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { entryWords } from './entry.words.ts';

export function LinkGone() {
  const t = useWords(entryWords);
  return (
    <EntryFrame title={t('linkGoneTitle')} text={t('linkGoneText')}>
      <Button component={Link} to="/sign-in" size="md" variant="default">
        {t('back')}
      </Button>
    </EntryFrame>
  );
}
