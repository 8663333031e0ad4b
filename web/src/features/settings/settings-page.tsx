import { useParams } from '@tanstack/react-router';
import { createElement, lazy, Suspense } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { pages } from './pages.ts';
import { settingsWords } from './settings.words.ts';
import { usePages } from './use-pages.ts';

const loaded = new Map(
  pages.map(({ key, load }) => [key, lazy(async () => ({ default: await load() }))]),
);

export function SettingsPage() {
  const { page, item } = useParams({ strict: false });
  const t = useWords(settingsWords);
  const isTheirs = usePages().some((group) => group.pages.some(({ key }) => key === page));
  const Page = loaded.get(page ?? '');
  if (!isTheirs || !Page) return <Empty title={t('noPageTitle')} text={t('noPageText')} />;
  return (
    <Suspense fallback={<PageSkeleton />}>{createElement(Page, { key: page, item })}</Suspense>
  );
}
