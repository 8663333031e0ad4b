import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import type { Filter } from '#shared/filter.ts';
import { listQuery } from '#web/api/queries.ts';
import { useWords } from '#web/words/language.tsx';
import { threadWords } from '../thread/thread.words.ts';
import { RelatedRow } from './related-row.tsx';
import type { RelatedList } from './related-lists.ts';
import classes from './related.module.css';

interface Props {
  list: RelatedList;
  where: Filter;
  empty: ReactNode;
}

/** All records of a related list in two lines each, where a table has no room. */
export function RelatedRows({ list, where, empty }: Props) {
  const t = useWords(threadWords);
  const { object, field } = list;
  const query = useMemo(
    () => ({
      where,
      sort: object.sort ?? '-createdAt',
      fields: [...new Set([...object.layout.facts, object.title ?? ''])].filter((key) =>
        object.field.has(key),
      ),
      limit: 50,
    }),
    [where, object],
  );
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listQuery(object.path, query),
  );
  if (!data) return <Skeleton className={classes.short ?? ''} height={48} />;
  const records = data.pages.flatMap(({ items }) => items);
  if (records.length === 0) return empty;
  return (
    <div className={classes.short}>
      {records.map((record) => (
        <RelatedRow key={record.id} object={object} record={record} without={field.key} />
      ))}
      {hasNextPage && (
        <Button
          variant="default"
          size="lg"
          fullWidth
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </div>
  );
}
