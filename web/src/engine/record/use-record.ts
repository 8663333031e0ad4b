import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { keys, recordQuery } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { cachedRecord } from '../records/cached-record.ts';

interface OpenedRecord {
  record: RecordData | undefined;
  /** What the list knew; the rest is on its way. */
  isPartial: boolean;
  /** Removed, or no longer for this person. */
  isGone: boolean;
  error: Error | null;
  again(): void;
}

/** The record of a page, at once as the list had it. */
export function useRecord(object: ScreenObject, id: string): OpenedRecord {
  const client = useQueryClient();
  const query = useQuery({
    ...recordQuery(object.path, id),
    placeholderData: () =>
      cachedRecord(
        client
          .getQueriesData<unknown>({ queryKey: keys.records(object.path) })
          .map(([, data]) => data),
        id,
      ),
  });
  return {
    record: query.data,
    isPartial: query.isPlaceholderData,
    isGone: isProblem(query.error, 'notFound'),
    error: query.error,
    again: () => void query.refetch(),
  };
}
