import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';

/** True once any question was answered that nobody is signed in, until one is answered again. */
export function useSessionEnded(): boolean {
  const client = useQueryClient();
  const [isEnded, setEnded] = useState(false);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        const { action } = event;
        if (action.type === 'error' && isProblem(action.error, 'unauthenticated')) setEnded(true);
        if (action.type === 'success' && action.manual !== true) setEnded(false);
      }),
    [client],
  );
  return isEnded;
}
