import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { duplicateKeys, isOver, runQuery, type Run } from './duplicates.ts';

/** The work that was started last on an object; it goes on when one leaves, and is found again. */
export function useRun(object: string, onEnd: (run: Run) => void) {
  const place = `duyen.duplicates.${object}`;
  const client = useQueryClient();
  const [started, setStarted] = useState<Record<string, string | undefined>>({});
  const id = started[object] ?? sessionStorage.getItem(place) ?? undefined;
  const { data, error } = useQuery({ ...runQuery(id ?? ''), enabled: id !== undefined });
  const start = useCallback(
    ({ runId }: { runId: string }) => {
      sessionStorage.setItem(place, runId);
      setStarted((before) => ({ ...before, [object]: runId }));
    },
    [place, object],
  );
  const isDone = data !== undefined && isOver(data);
  useEffect(() => {
    if (isProblem(error, 'notFound')) sessionStorage.removeItem(place);
    if (!data || !isDone || sessionStorage.getItem(place) === null) return;
    sessionStorage.removeItem(place);
    void client.invalidateQueries({ queryKey: duplicateKeys.groups });
    void client.invalidateQueries({ queryKey: duplicateKeys.merges });
    onEnd(data);
  }, [data, error, isDone, place, client, onEnd]);
  return { run: id === undefined ? undefined : data, start };
}
