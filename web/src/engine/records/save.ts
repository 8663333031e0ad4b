import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys, renew } from '#web/api/queries.ts';
import type { BatchBody, RecordData } from '#web/api/records.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { changedIn } from './cached-record.ts';
import { clashesOf } from './merge-changes.ts';
import { recordsWords } from './records.words.ts';
import { toInput } from './to-input.ts';

type Values = Record<string, unknown>;

export interface Save {
  create(values: Values, options?: { duplicates?: 'warn'; once?: string }): Promise<RecordData>;
  /**
   * Shown at once, and taken back when the server refuses. With `version`, a change of somebody else is not written
   * over; with the record as it was (`base`), changes of other fields are no hindrance.
   */
  update(
    id: string,
    version: number | undefined,
    values: Values,
    base?: Readonly<Values>,
  ): Promise<RecordData>;
  /** To the trash, with a toast that undoes it. */
  remove(ids: readonly string[]): Promise<void>;
  restore(ids: readonly string[]): Promise<void>;
  batch(body: BatchBody): Promise<{ created: RecordData[]; updated: RecordData[] }>;
}

/** Writes of records of one object; lists and pages that show them are renewed. */
export function useSave(object: ScreenObject): Save {
  const client = useQueryClient();
  const t = useWords(recordsWords);
  return useMemo(() => {
    const { path } = object;
    const restore = async (ids: readonly string[]) => {
      for (const id of ids) await send('POST', address(`${path}/${id}/restore`));
      await renew(client, path);
      notify({ tone: 'ok', text: t('restored') });
    };
    return {
      restore,
      async create(values, { duplicates, once } = {}) {
        const made = await send<RecordData>(
          'POST',
          address(path, { duplicates }),
          toInput(object, values),
          once === undefined ? {} : { once },
        );
        client.setQueryData(keys.record(path, made.id), made);
        void renew(client, path);
        return made;
      },
      async update(id, version, values, base) {
        // An answer on its way is older than what is written now.
        await client.cancelQueries({ queryKey: keys.record(path, id), exact: true });
        const undo = showAtOnce(client, path, id, values);
        const patch = (from: number | undefined) =>
          send<RecordData>('PATCH', address(`${path}/${id}`), {
            ...toInput(object, values),
            ...(from !== undefined && { version: from }),
          });
        try {
          const saved = await patch(version).catch((error: unknown) => {
            const current = staleOf(error);
            if (!current || !base || clashesOf(values, base, current).length > 0) throw error;
            return patch(current.version);
          });
          client.setQueryData(keys.record(path, id), saved);
          void renew(client, path);
          return saved;
        } catch (error) {
          undo();
          const current = staleOf(error);
          if (current) client.setQueryData(keys.record(path, id), current);
          // What is on the screen finds out too, and says it.
          if (isProblem(error, 'unauthenticated') || isProblem(error, 'notFound'))
            void renew(client, path);
          throw error;
        }
      },
      async remove(ids) {
        await send('POST', address(`${path}/batch`), { remove: ids.map((id) => ({ id })) });
        void renew(client, path);
        notify({
          tone: 'ok',
          text: t('removed', { count: ids.length }),
          action: { label: t('undo'), run: () => restore(ids) },
        });
      },
      async batch(body) {
        const done = await send<{ created: RecordData[]; updated: RecordData[] }>(
          'POST',
          address(`${path}/batch`),
          {
            ...body,
            ...(body.create && { create: body.create.map((each) => toInput(object, each)) }),
            ...(body.update && { update: body.update.map((each) => toInput(object, each)) }),
          },
        );
        void renew(client, path);
        return done;
      },
    };
  }, [object, client, t]);
}

/** The record as it is now, when a write came too late. */
export function staleOf(error: unknown): RecordData | undefined {
  const current = isProblem(error, 'stale') ? error.body['current'] : undefined;
  return typeof current === 'object' && current !== null && 'id' in current && 'version' in current
    ? // What docs/api.md says of a stale write.
      (current as RecordData)
    : undefined;
}

/** Puts values into everything kept of a record; gives the way back. */
function showAtOnce(client: QueryClient, path: string, id: string, values: Values): () => void {
  // What the server said is gone, or not to be seen, stays so.
  const filters = {
    queryKey: keys.records(path),
    predicate: ({ state }: { state: { status: string } }) => state.status !== 'error',
  };
  const before = client.getQueriesData<unknown>(filters);
  client.setQueriesData<unknown>(filters, (answer: unknown) =>
    changedIn(answer, id, (record) => ({ ...record, ...values })),
  );
  return () => {
    for (const [key, data] of before)
      if (client.getQueryState(key)?.status !== 'error') client.setQueryData(key, data);
  };
}
