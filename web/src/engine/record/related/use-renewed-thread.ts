import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { timelineQuery } from '../thread/timeline.ts';
import { useOnPage } from '../record-context.tsx';

/** What happens to related records is on the thread too: when they are asked anew, so is the thread. */
export function useRenewedThread(askedAt: number | undefined): void {
  const { object, record } = useOnPage();
  const client = useQueryClient();
  const first = useRef<number>(undefined);
  useEffect(() => {
    if (askedAt === undefined) return;
    const isLater = first.current !== undefined && askedAt > first.current;
    first.current = askedAt;
    if (!isLater) return;
    void client.invalidateQueries({ queryKey: timelineQuery(object.path, record.id).queryKey });
  }, [askedAt, client, object.path, record.id]);
}
