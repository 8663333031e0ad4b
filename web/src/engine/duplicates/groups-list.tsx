import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { Empty } from '#web/ui/empty.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { dismissGroup, duplicateKeys, groupsQuery, type DuplicateGroup } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';
import { GroupCard } from './group-card.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import classes from './duplicates-page.module.css';
import { MergeFailure } from './merge/merge-failure.tsx';
import { useMembers } from './use-members.ts';

interface Props {
  object: ScreenObject;
  minScore: number;
  dismissed: boolean;
}

/** Groups of probable duplicates, the likeliest first; or those that were set aside. */
export function GroupsList({ object, minScore, dismissed }: Props) {
  const t = useWords(duplicatesWords);
  const client = useQueryClient();
  const query = useInfiniteQuery(groupsQuery(object.key, minScore, dismissed));
  const groups = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const records = useMembers(object, groups);
  const [compared, setCompared] = useState<DuplicateGroup>();
  const again = () => client.invalidateQueries({ queryKey: duplicateKeys.groups });
  const dismiss = useMutation({
    mutationFn: ({ group, value }: { group: DuplicateGroup; value: boolean }) =>
      dismissGroup(group.id, value),
    onSuccess: (_, { group, value }) => {
      void again();
      const names = group.members.map(({ title }) => title || t('unnamed')).join(', ');
      if (value)
        notify({
          tone: 'ok',
          text: t('dismissedToast', { names }),
          action: { label: t('undo'), run: () => dismiss.mutate({ group, value: false }) },
        });
    },
    onError: (error) => {
      notify({ tone: 'bad', text: error.message || t('offline') });
      void again();
    },
  });
  if (query.error)
    return <MergeFailure error={query.error} fields={[]} onAgain={() => void query.refetch()} />;
  if (query.isPending)
    return (
      <div className={classes.waiting}>
        <Skeleton height={96} />
        <Skeleton height={96} />
      </div>
    );
  if (groups.length === 0)
    return dismissed ? (
      <Empty title={t('noneDismissed')} />
    ) : (
      <Empty title={t('none')} text={t('noneText')} />
    );
  return (
    <>
      {groups.map((group) => (
        <GroupCard
          key={group.id}
          object={object}
          group={group}
          records={records}
          onCompare={setCompared}
          onDismiss={(each, value) => dismiss.mutate({ group: each, value })}
        />
      ))}
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
      {compared && (
        <MergeDialog
          object={object}
          ids={compared.members.map(({ id }) => id)}
          onDone={() => setCompared(undefined)}
        />
      )}
    </>
  );
}
