import { useCallback, useRef } from 'react';
import { address, send } from '#web/api/request.ts';
import type { TalkKind } from './said.ts';

const everyMs = 3000;

/** Tells the others that one is writing, every few seconds and no more. */
export function useSayTyping({ path }: TalkKind, id: string): () => void {
  const last = useRef(0);
  return useCallback(() => {
    const now = performance.now();
    if (last.current > 0 && now - last.current < everyMs) return;
    last.current = now;
    // It is no harm when nobody hears of it.
    send('POST', address(`${path}/${id}/typing`)).catch(() => undefined);
  }, [path, id]);
}
