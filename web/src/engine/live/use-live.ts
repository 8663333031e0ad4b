import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { watchModelVersion } from '#web/api/request.ts';
import { keys } from '#web/api/queries.ts';
import { useMe, useModel } from '../model.ts';
import { connect } from './connect.ts';

interface LiveChange {
  object: string;
  recordId: string;
}

/** Changes of many records arrive together; what they touch is asked again once. */
const gatherMs = 300;

/** Keeps everything that is shown up to date; tells whether the line to the server holds. */
export function useLive(): 'open' | 'lost' {
  const client = useQueryClient();
  const { byKey, version } = useModel();
  const { id } = useMe();
  const [state, setState] = useState<'open' | 'lost'>('open');

  useEffect(() => {
    const touched = new Map<string, Set<string>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const [path, ids] of touched) renewTouched(client, path, ids);
      touched.clear();
    };
    const disconnect = connect({
      onState: setState,
      // Away too long: what happened meanwhile is not known.
      onGone: () => void client.invalidateQueries({ queryKey: ['records'] }),
      onChange(text) {
        const { object, recordId } = JSON.parse(text) as LiveChange;
        const path = byKey.get(object)?.path;
        if (path === undefined) return;
        touched.set(path, (touched.get(path) ?? new Set()).add(recordId));
        timer ??= setTimeout(flush, gatherMs);
      },
    });
    return () => {
      clearTimeout(timer);
      disconnect();
    };
  }, [client, byKey, id]);

  useEffect(
    () =>
      watchModelVersion((seen) => {
        if (seen > version) void client.invalidateQueries({ queryKey: keys.model });
      }),
    [client, version],
  );
  return state;
}

function renewTouched(client: QueryClient, path: string, ids: ReadonlySet<string>): void {
  void client.invalidateQueries({
    queryKey: keys.records(path),
    predicate: ({ queryKey }) => queryKey[2] !== 'one' || ids.has(String(queryKey[3])),
  });
}
