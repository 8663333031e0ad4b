import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { renew } from '#web/api/queries.ts';
import { isProblem } from '#web/api/problem.ts';
import { useModel } from '#web/engine/model.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { duplicateKeys, undoMerge } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';

/** After a merge links of any object may have moved. */
export function useRenewAll(): () => Promise<unknown> {
  const client = useQueryClient();
  const { objects } = useModel();
  return useCallback(
    () =>
      Promise.all([
        renew(client, ...objects.map(({ path }) => path)),
        client.invalidateQueries({ queryKey: duplicateKeys.all }),
      ]),
    [client, objects],
  );
}

/** Takes a merge apart again. */
export function useUndoMerge() {
  const t = useWords(duplicatesWords);
  const renewAll = useRenewAll();
  return useMutation({
    mutationFn: undoMerge,
    onSuccess: () => {
      notify({ tone: 'ok', text: t('undone') });
      void renewAll();
    },
    onError: (error) => {
      notify({
        tone: 'bad',
        text: isProblem(error, 'offline') ? t('offline') : t('failed', { reason: error.message }),
      });
      void renewAll();
    },
  });
}
