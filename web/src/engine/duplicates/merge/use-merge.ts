import { useMutation, useQuery } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { address, ask } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { duplicatesWords } from '../duplicates.words.ts';
import { useRenewAll, useUndoMerge } from '../use-undo-merge.ts';
import { oldestFirst } from './merge-choice.ts';

export const mostMerged = 51;

/** The records as they are now, oldest first. */
export const useMerged = (object: ScreenObject, ids: readonly string[]) =>
  useQuery({
    queryKey: [...keys.records(object.path), 'merge', ...ids.toSorted()],
    queryFn: async ({ signal }) => {
      const where = { field: 'id', op: 'in', value: [...ids] } as const;
      const { items } = await queryRecords(object.path, { where, limit: mostMerged }, signal);
      return oldestFirst(items);
    },
    refetchOnWindowFocus: false,
    enabled: ids.length <= mostMerged,
  });

interface Asked {
  survivor: RecordData;
  others: readonly RecordData[];
  values: Record<string, unknown>;
}

/** Merges, and offers to take it back. What changed since it was looked at is not merged unseen. */
export function useMerge(object: ScreenObject, onDone: (survivor: RecordData) => void) {
  const t = useWords(duplicatesWords);
  const renewAll = useRenewAll();
  const undo = useUndoMerge();
  return useMutation({
    mutationFn: ({ survivor, others, values }: Asked) =>
      ask<RecordData>(address(`${object.path}/${survivor.id}/merge`), {
        method: 'POST',
        body: {
          ids: others.map(({ id }) => id),
          values,
          versions: Object.fromEntries(
            [survivor, ...others].map(({ id, version }) => [id, version]),
          ),
        },
      }),
    onSuccess: ({ body, headers }) => {
      const mergeId = headers.get('merge-id');
      const title = object.title === null ? null : body[object.title];
      notify({
        tone: 'ok',
        text: t('mergedToast', { name: nameOf(title) ?? t('unnamed') }),
        ...(mergeId !== null && {
          action: { label: t('undo'), run: () => undo.mutate(mergeId) },
        }),
      });
      void renewAll();
      onDone(body);
    },
    onError: (error) => {
      if (isProblem(error, 'stale') || isProblem(error, 'notFound')) void renewAll();
    },
  });
}

/** The title of a record: a text, a number, or a person's name. */
export function nameOf(title: unknown): string | undefined {
  if (typeof title === 'string') return title || undefined;
  if (typeof title === 'number') return String(title);
  if (typeof title === 'object' && title !== null && 'full' in title) return String(title.full);
  return undefined;
}
