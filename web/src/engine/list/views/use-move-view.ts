import { useCallback } from 'react';
import type { SavedView } from './saved-view.ts';
import { useSaveView } from './use-save-view.ts';

/** Places of views among those for the same people; views of others stay where they are. */
export function useMoveView(object: string, view: SavedView, views: readonly SavedView[]) {
  const { update, failed } = useSaveView(object);
  const beside = views.filter(
    ({ builtIn, audience, writable }) => !builtIn && writable && audience === view.audience,
  );
  const at = beside.findIndex(({ id }) => id === view.id);
  const canMove = (by: 1 | -1) => at >= 0 && beside[at + by] !== undefined;
  const move = useCallback(
    (by: 1 | -1) => {
      const order = beside.filter(({ id }) => id !== view.id).toSpliced(at + by, 0, view);
      void Promise.all(
        order.flatMap((each, position) =>
          each.position === position ? [] : update(each, { position }),
        ),
      ).catch(failed);
    },
    [beside, at, view, update, failed],
  );
  return { canMove, move };
}
