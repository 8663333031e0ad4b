import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { appWords } from './app.words.ts';

export function NotThere() {
  const t = useWords(appWords);
  return (
    <Empty title={t('notThereTitle')} text={t('notThereText')}>
      <Button component={Link} to="/">
        {t('home')}
      </Button>
    </Empty>
  );
}
