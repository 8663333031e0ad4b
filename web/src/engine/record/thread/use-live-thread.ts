import { useQueries } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { useRenewedThread } from '../related/use-renewed-thread.ts';

/**
 * Records of these objects stand in the thread: whenever what is kept of them is old, here or by the stream of changes,
 * so is the thread.
 */
export function useLiveThread(paths: readonly string[]): void {
  const askedAt = useQueries({
    queries: paths.map((path) => ({
      queryKey: [...keys.records(path), 'thread'],
      queryFn: () => Date.now(),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (seen) =>
      seen.some(({ data }) => data === undefined)
        ? 0
        : seen.reduce((latest, { data }) => Math.max(latest, data ?? 0), 0),
  });
  useRenewedThread(askedAt === 0 ? undefined : askedAt);
}
