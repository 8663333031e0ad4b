import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { keys } from '#web/api/queries.ts';
import { queryTogether } from '#web/api/query-together.ts';
import type { CountedPage } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useModel } from '../../model.ts';
import { useRenewedThread } from './use-renewed-thread.ts';
import { useOnPage } from '../record-context.tsx';
import { totalText } from '../total-text.ts';
import { pointsTo, relatedLists, type RelatedList } from './related-lists.ts';

export interface KnownRelated extends RelatedList {
  /** The newest few and how many there are; undefined while on its way. */
  page: CountedPage | undefined;
  /** How many in words; empty while on its way. */
  count: string;
}

export const shownShort = 4;

/** The newest records of every related list. */
export function useRelated(): KnownRelated[] {
  const { object, record, isPartial, isGone } = useOnPage();
  const model = useModel();
  const { language } = useLanguage();
  const lists = useMemo(() => relatedLists(object, model), [object, model]);
  const pages = useQueries({
    queries: lists.map((list) => {
      const { path, title, layout, field, sort = '-createdAt' } = list.object;
      const shown = [...(title === null ? [] : [title]), ...layout.facts];
      const query = {
        where: pointsTo(list, record.id),
        sort,
        fields: [...new Set(shown)].filter((key) => field.has(key)),
        limit: shownShort,
      };
      return {
        queryKey: [...keys.records(path), 'related', query] as const,
        queryFn: ({ signal }: { signal: AbortSignal }) => queryTogether(path, query, signal),
        // The record itself first.
        enabled: !isPartial && !isGone,
        staleTime: 15_000,
      };
    }),
  });
  const isKnown = pages.every(({ isPending }) => !isPending);
  const newest = Math.max(0, ...pages.map(({ dataUpdatedAt }) => dataUpdatedAt));
  useRenewedThread(isKnown ? newest : undefined);
  return lists.map((list, i) => {
    const page = pages[i]?.data;
    return { ...list, page, count: page ? totalText(page.total, language) : '' };
  });
}
