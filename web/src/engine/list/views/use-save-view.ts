import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Audience, SavedView, ViewContent } from './saved-view.ts';
import { viewsKey } from './use-views.ts';
import { viewWords } from './views.words.ts';

export interface ViewInput {
  name: string;
  audience: Audience;
  teamId?: string;
  definition: ViewContent;
  position?: number;
}

/** Writes views; each answers with the view, or undefined when it failed and said so. */
export function useSaveView(object: string) {
  const t = useWords(viewWords);
  const label = useLabel();
  const client = useQueryClient();

  const put = useCallback(
    (view: SavedView) => {
      client.setQueryData<SavedView[]>(viewsKey(object), (before = []) =>
        before.some(({ id }) => id === view.id)
          ? before.map((each) => (each.id === view.id ? view : each))
          : [...before, view],
      );
      void client.invalidateQueries({ queryKey: viewsKey(object) });
    },
    [client, object],
  );
  const failed = useCallback(
    (error: unknown) => {
      void client.invalidateQueries({ queryKey: viewsKey(object) });
      const why = isProblem(error, 'stale') ? t('stale') : isProblem(error) ? error.message : '';
      notify({ tone: 'bad', text: t('failed', { why }) });
      return undefined;
    },
    [client, object, t],
  );
  const create = useCallback(
    async (input: ViewInput): Promise<SavedView> => {
      const made = await send<SavedView>('POST', address('views'), { object, ...input });
      put(made);
      return made;
    },
    [object, put],
  );
  const update = useCallback(
    async (view: SavedView, changes: Partial<ViewInput>): Promise<SavedView> => {
      const body = { ...changes, version: view.version };
      const made = await send<SavedView>('PATCH', address(`views/${view.id}`), body);
      put(made);
      return made;
    },
    [put],
  );
  const remove = useCallback(
    async (view: SavedView) => {
      try {
        await send('DELETE', address(`views/${view.id}`));
      } catch (error) {
        return failed(error);
      }
      await client.invalidateQueries({ queryKey: viewsKey(object) });
      const { audience, teamId, definition, position } = view;
      const name = label(view.name);
      const again = { name, audience, definition, position, ...(teamId !== null && { teamId }) };
      return notify({
        tone: 'ok',
        text: t('removed', { name }),
        action: { label: t('undo'), run: () => void create(again).catch(failed) },
      });
    },
    [client, object, failed, create, label, t],
  );
  return { create, update, remove, failed };
}
