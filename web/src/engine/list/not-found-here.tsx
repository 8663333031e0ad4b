import { Button } from '@mantine/core';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { usePageTitle } from '../page-title.ts';
import { listWords } from './list.words.ts';

/** An object that is not there, or not for this person: nobody can tell which. */
export function NotFoundHere({ onHome }: { onHome(): void }) {
  const t = useWords(listWords);
  usePageTitle(t('noList'));
  return (
    <Empty title={t('noList')} text={t('noListText')}>
      <Button onClick={onHome}>{t('home')}</Button>
    </Empty>
  );
}
