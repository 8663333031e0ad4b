import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import type { Said, TalkKind } from './said.ts';

/** Says how far one has read, once the newest of what was said is before one's eyes. */
export function useMarkRead(
  { path }: TalkKind,
  id: string,
  { last, isSeen }: { last: Said | undefined; isSeen: boolean },
): void {
  const client = useQueryClient();
  const told = useRef('');
  const to = last?.createdAt;
  useEffect(() => {
    const tell = () => {
      if (to === undefined || !isSeen || document.hidden || told.current >= to) return;
      told.current = to;
      send('POST', address(`${path}/${id}/read`), { to }).then(
        () => client.invalidateQueries({ queryKey: keys.unread }),
        () => {
          told.current = '';
        },
      );
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [client, path, id, to, isSeen]);
}
