import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useModel } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { LinkButton } from '#web/ui/link-button.tsx';
import { useWords } from '#web/words/language.tsx';
import { FailureNote } from './failure-note.tsx';
import { ImportLine } from './import-line.tsx';
import { importsQuery, isWorking } from './imports.ts';
import classes from './imports-page.module.css';
import { transferWords } from './transfer.words.ts';

const askAgainMs = 2000;

/** Imports there have been, newest first. */
export function ImportsPage() {
  const t = useWords(transferWords);
  const canImport = useModel().objects.some(({ rights }) => rights.import);
  usePageTitle(t('imports'));
  const query = useInfiniteQuery({
    ...importsQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isWorking)) ? askAgainMs : false,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const start = canImport && <LinkButton to="/imports/new">{t('importTitle')}</LinkButton>;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="unseen">{t('imports')}</h1>
        {items.length > 0 && start}
      </div>
      {query.error && <FailureNote error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={240} />}
      {query.isSuccess && items.length === 0 && (
        <Empty title={t('noImports')} text={t(canImport ? 'noImportsText' : 'noObject')}>
          {start}
        </Empty>
      )}
      {items.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('object')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" className={classes.figure}>
                {t('rows')}
              </th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('at')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((made) => (
              <ImportLine key={made.id} made={made} />
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('moreImports')}
        </Button>
      )}
    </div>
  );
}
