import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { send } from '#web/api/request.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { unreadQuery } from './notices.ts';

/** Who only passes by has not read. */
const lookMs = 1500;

/** Whoever looks at a record has read what they were told of it, however they came there. */
export function useReadHere(): void {
  const { pathname } = useLocation();
  const { byPath } = useModel();
  const { preview } = useMe();
  const unread = useQuery(unreadQuery).data?.total ?? 0;
  const [, path = '', id = ''] = /^\/([a-z-]+)\/([\da-f-]{36})$/.exec(pathname) ?? [];
  const object = byPath.get(path)?.key;
  const isImport = pathname.startsWith('/imports/');
  const isAsked = (object !== undefined || isImport) && unread > 0 && preview === null;
  useEffect(() => {
    if (!isAsked) return undefined;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      // The bell hears of it by the stream of changes; what fails is read at the bell.
      const what = isImport ? { kind: 'jobDone' } : { record: { object, id } };
      send('POST', '/api/v1/notices/read', what).catch(() => undefined);
    }, lookMs);
    return () => clearTimeout(timer);
  }, [isAsked, isImport, object, id]);
}
