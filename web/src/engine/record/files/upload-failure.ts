import { isProblem } from '#web/api/problem.ts';

type Reason = 'offline' | 'signedOut' | 'tooLarge' | 'failed';

/** Which sentence of ours says it best; undefined when the server's own does. */
export function uploadFailure(error: unknown): Reason | undefined {
  if (!isProblem(error)) return 'failed';
  if (error.code === 'offline') return 'offline';
  if (error.code === 'unauthenticated') return 'signedOut';
  if (error.code === 'tooLarge') return 'tooLarge';
  return error.message === '' ? 'failed' : undefined;
}

export const largestFile = 25 * 1024 * 1024;
