import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { appWords } from './app.words.ts';

export function NotThere() {
  const t = useWords(appWords);
  usePageTitle(t('notThereTitle'));
  return (
    <Empty title={t('notThereTitle')} text={t('notThereText')}>
      <Button component={Link} to="/">
        {t('home')}
      </Button>
    </Empty>
  );
}
