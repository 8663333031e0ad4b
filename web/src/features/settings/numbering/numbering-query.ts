import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { address, get } from '#web/api/request.ts';

export interface Numbering {
  object: string;
  field: string;
  pattern: string;
  /** Given so far in the series of today. */
  given: number;
  /** What the next record gets, if it comes today. */
  next: string;
}

export const numberingKey = ['settings', 'numbering'] as const;

export const numberingQuery = queryOptions({
  queryKey: numberingKey,
  queryFn: async ({ signal }) =>
    (await get<{ items: Numbering[] }>(address('settings/numbering'), signal)).items,
});

/** What would come next with a pattern that is being typed. */
export const triedQuery = ({ object, field }: Numbering, pattern: string) =>
  queryOptions({
    queryKey: [...numberingKey, object, field, pattern],
    queryFn: ({ signal }) =>
      get<Numbering>(address(`settings/numbering/${object}/${field}`, { pattern }), signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
