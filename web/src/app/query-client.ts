import { QueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { keepReads } from './pwa/keep-reads.ts';

/**
 * A network or server that is away for a moment is asked again; everything else was an answer. Without any network
 * nobody waits for it: all is asked again when it is back.
 */
const isWorthAgain = (error: unknown): boolean =>
  navigator.onLine && (isProblem(error, 'offline') || isProblem(error, 'unavailable'));

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 3 && isWorthAgain(error),
      refetchOnWindowFocus: true,
      gcTime: 10 * 60_000,
      // Browsers are often wrong about the network, and what was kept is an answer too.
      networkMode: 'always',
      persister: keepReads,
    },
    // What a person did is not done again behind their back; the page says that it failed and offers it.
    mutations: { retry: false, networkMode: 'always' },
  },
});
