import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { keys } from '#web/api/queries.ts';
import { carry, watchModelVersion } from '#web/api/request.ts';
import { useMe, useModel } from '../model.ts';
import { dropRecent } from '../recent.ts';
import { connect } from './connect.ts';
import { gather } from './gather.ts';
import { hearSignal } from './signals.ts';
import { tellTouched } from './touched.ts';

/** As GET /events tells it. */
interface LiveChange {
  object: string;
  recordId: string;
  kind: string;
}

/** What stands for the notices of the person who listens. */
const noticeObject = '$notice';

/** What stands for what they have read. */
const unreadObject = '$unread';

/** Whether it is a piece of what is read piece by piece. */
const isRead = (byKey: ReadonlyMap<string, ScreenObject>, piece: string): boolean =>
  [...byKey.values()].some(({ unread }) => unread?.of.startsWith(`${piece}.`));

/** A line that is back within this time was never missed. */
const lostAfterMs = 1500;

/** Keeps everything that is shown up to date; tells whether the line to the server holds. */
export function useLive(): 'open' | 'lost' {
  const client = useQueryClient();
  const { byKey } = useModel();
  const { id } = useMe();
  const [state, setState] = useState<'open' | 'lost'>('open');
  const objects = useRef(byKey);
  useEffect(() => {
    objects.current = byKey;
  }, [byKey]);

  useEffect(() => {
    let isLost = false;
    let wasOpen = false;
    let saying: ReturnType<typeof setTimeout> | undefined;
    const gathering = gather((touched) => {
      for (const [object, ids] of touched) {
        tellTouched(object, ids);
        if (object === unreadObject || isRead(objects.current, object))
          void client.invalidateQueries({ queryKey: keys.unread });
        if (object === noticeObject) void client.invalidateQueries({ queryKey: keys.notices });
        const path = objects.current.get(object)?.path;
        if (path !== undefined) renewTouched(client, path, ids);
      }
    });
    const lose = () => {
      isLost = true;
      saying ??= setTimeout(() => setState('lost'), lostAfterMs);
    };
    const find = () => {
      clearTimeout(saying);
      saying = undefined;
      setState('open');
      // What was kept is shown, and changes may have been missed: asking again is always right.
      if (isLost) {
        void client.invalidateQueries();
        tellTouched();
      } else if (!wasOpen) {
        // They may have come after they were counted and before the line was there; nobody would look for them.
        void client.invalidateQueries({ queryKey: keys.notices });
        void client.invalidateQueries({ queryKey: keys.unread });
      }
      isLost = false;
      wasOpen = true;
    };
    const stream = connect(id, (message) => {
      if ('change' in message) {
        const { object, recordId, kind } = JSON.parse(message.change) as LiveChange;
        if (kind === 'remove') dropRecent(new Set([recordId]));
        gathering.add(object, recordId);
      } else if ('model' in message) void client.invalidateQueries({ queryKey: keys.model });
      else if ('signal' in message) hearSignal(message.signal);
      else if (message.state === 'lost') lose();
      else if (navigator.onLine) find();
    });
    const onOnline = () => {
      stream.retry();
      find();
    };
    window.addEventListener('offline', lose);
    window.addEventListener('online', onOnline);
    if (!navigator.onLine) lose();
    return () => {
      clearTimeout(saying);
      gathering.stop();
      stream.close();
      window.removeEventListener('offline', lose);
      window.removeEventListener('online', onOnline);
    };
  }, [client, id]);

  useNewestModel();
  return state;
}

/** An administrator changed objects or fields: the model is loaded anew, at once and once. Forms keep what was typed. */
function useNewestModel(): void {
  const client = useQueryClient();
  const { version } = useModel();
  const { id } = useMe();
  const newest = useRef(version);
  useEffect(() => {
    newest.current = Math.max(newest.current, version);
  }, [version]);
  useEffect(
    () => () => {
      // Another company counts its own versions.
      newest.current = 0;
      carry('model-version', undefined);
    },
    [id],
  );
  useEffect(
    () =>
      watchModelVersion((seen) => {
        if (seen <= newest.current) return;
        newest.current = seen;
        // Another process of the server may not know it yet.
        carry('model-version', String(seen));
        void client.invalidateQueries({ queryKey: keys.model });
      }),
    [client],
  );
}

function renewTouched(client: QueryClient, path: string, ids: ReadonlySet<string>): void {
  void client.invalidateQueries({
    queryKey: keys.records(path),
    predicate: ({ queryKey }) => queryKey[2] !== 'one' || ids.has(String(queryKey[3])),
  });
}
