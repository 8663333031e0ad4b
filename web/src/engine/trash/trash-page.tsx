import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe, useModel } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { TrashBar } from './trash-bar.tsx';
import classes from './trash-page.module.css';
import { TrashTable } from './trash-table.tsx';
import { trashQuery, type TrashItem } from './trash.ts';
import { trashWords } from './trash.words.ts';
import { useTrashActions } from './use-trash-actions.ts';

const typingMs = 200;

/** Removed records of every kind, to be taken back or erased. */
export function TrashPage() {
  const t = useWords(trashWords);
  const label = useLabel();
  const isAdministrator = useMe().role.administrator;
  const { objects } = useModel();
  const [object, setObject] = useState<string>();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  usePageTitle(t('title'));
  const query = useInfiniteQuery({
    ...trashQuery({ object, q: q || undefined }),
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = items.filter(({ id }) => ids.has(id));
  const [doomed, setDoomed] = useState<readonly TrashItem[]>([]);
  const { restore, erase } = useTrashActions(() => setIds(new Set()));
  const isNarrowed = object !== undefined || q !== '';
  const isEmpty = query.isSuccess && items.length === 0 && !isNarrowed;
  return (
    <div className={classes.page}>
      <h1 className="unseen">{t('title')}</h1>
      {!isEmpty && <p className={classes.hint}>{t('hint')}</p>}
      <div className={classes.bar} hidden={isEmpty}>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label={t('object')}
          data={[
            { value: '', label: t('every') },
            ...objects.map((each) => ({ value: each.key, label: label(each.pluralLabel) })),
          ]}
          value={object ?? ''}
          allowDeselect={false}
          onChange={(key) => setObject(key || undefined)}
        />
      </div>
      {query.error && (
        <Note
          tone="bad"
          action={
            <Button variant="default" size="xs" onClick={() => void query.refetch()}>
              {t('again')}
            </Button>
          }
        >
          {query.error.message || t('offline')}
        </Note>
      )}
      {query.isPending && <Skeleton height={240} />}
      {query.isSuccess && items.length === 0 && isNarrowed && (
        <Empty title={t('notFound')} text={t('notFoundText')}>
          <Button
            variant="default"
            onClick={() => {
              setTyped('');
              setObject(undefined);
            }}
          >
            {t('clearSearch')}
          </Button>
        </Empty>
      )}
      {isEmpty && <Empty title={t('empty')} text={t('emptyText')} />}
      {items.length > 0 && (
        <TrashTable
          items={items}
          chosen={ids}
          canErase={isAdministrator}
          onChosen={setIds}
          onRestore={(item) => restore.mutate([item])}
          onErase={(item) => setDoomed([item])}
        />
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {chosen.length > 0 && (
        <TrashBar
          count={chosen.length}
          isBusy={restore.isPending || erase.isPending}
          onRestore={() => restore.mutate(chosen)}
          onErase={isAdministrator ? () => setDoomed(chosen) : undefined}
          onClear={() => setIds(new Set())}
        />
      )}
      {doomed.length > 0 && (
        <EraseDialog
          items={doomed}
          onClose={() => setDoomed([])}
          onErase={() => {
            erase.mutate(doomed);
            setDoomed([]);
          }}
        />
      )}
    </div>
  );
}
