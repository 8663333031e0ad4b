import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { renew } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { documentWords } from './documents.words.ts';
import type { Dragged } from './drag-entry.ts';

const places = {
  folder: { path: 'folders', field: 'parent' },
  document: { path: 'documents', field: 'folder' },
} as const;

/** Puts a document or folder into another folder, or to the top; said with the way back. */
export function useMove(): (entry: Dragged, to: Reference | null) => Promise<void> {
  const t = useWords(documentWords);
  const client = useQueryClient();
  return useCallback(
    async (entry, to) => {
      const { path, field } = places[entry.kind];
      const { id, name } = entry;
      if (id === to?.id) return;
      const put = async (folder: unknown) => {
        await send('PATCH', address(`${path}/${id}`), { [field]: folder });
        await renew(client, 'folders', 'documents');
      };
      try {
        const before = await get<RecordData>(address(`${path}/${id}`));
        await put(to?.id ?? null);
        notify({
          tone: 'ok',
          text: t('moved', { name }),
          action: { label: t('undo'), run: () => put(before[field] ?? null) },
        });
      } catch (error) {
        const [first] = isProblem(error) ? error.errors : [];
        const reason = first?.message ?? (error instanceof Error ? error.message : '');
        notify({ tone: 'bad', text: t('notMoved', { name, reason }) });
      }
    },
    [client, t],
  );
}
