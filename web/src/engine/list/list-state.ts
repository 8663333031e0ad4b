import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { drawable } from './drawable.ts';
import { readState, writeState, type ListState, type Search } from './list-params.ts';
import { useKeptShape } from './use-kept-shape.ts';
import { useViews } from './views/use-views.ts';
import { stateOfView, type SavedView } from './views/saved-view.ts';

export type { ChartChoice, ListState, Mode } from './list-params.ts';

/** Search value of the tab that shows everything, where another view would open by itself. */
export const everything = 'all';

export interface ListControl {
  state: ListState;
  /** What the view itself says. */
  base: Partial<ListState>;
  view: SavedView | undefined;
  views: readonly SavedView[];
  /** False while the view that is asked for has not come. */
  isReady: boolean;
  /** Changes some of it, in the address bar; `replace` leaves no step to go back to. */
  change(patch: Partial<ListState>, options?: { replace?: boolean }): void;
  /** Opens a view as it was saved; null opens everything. */
  open(view: string | null): void;
}

/** The list of an object as the address bar and the chosen view say. */
export function useListState(object: ScreenObject): ListControl {
  // The root route makes every search parameter a text.
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { views, isWhole } = useViews(object);
  const asked = search['view'];
  const view =
    asked === undefined
      ? views.find(({ isDefault }) => isDefault)
      : views.find(({ id }) => id === asked);
  const wanted = asked ?? object.layout.defaultView ?? everything;
  const isReady = isWhole || view !== undefined || wanted === everything;
  const viewId = view?.id ?? null;
  const { shape, keep } = useKeptShape(object);
  // Widths and pins of a saved view belong to it; elsewhere they are this person's own.
  const isOwnShape = view?.builtIn ?? true;
  const base = useMemo(
    () => ({
      ...(object.sort !== undefined && { sort: object.sort }),
      ...(view && stateOfView(view)),
      ...(isOwnShape && shape),
    }),
    [object.sort, view, isOwnShape, shape],
  );
  const state = useMemo(
    () => drawable(object, readState(search, viewId, base)),
    [object, search, viewId, base],
  );

  const latest = useRef({ state, base, asked, isOwnShape });
  useEffect(() => {
    latest.current = { state, base, asked, isOwnShape };
  });
  const change = useCallback<ListControl['change']>(
    (patch, { replace = false } = {}) => {
      const now = latest.current;
      const next = { ...now.state, ...patch };
      latest.current = { ...now, state: next };
      const { widths, pinned } = patch;
      if (now.isOwnShape && (widths || pinned)) {
        const some = { ...(widths && { widths }), ...(pinned && { pinned }) };
        keep(some);
        latest.current.base = { ...now.base, ...some };
      }
      void navigate({
        to: '.',
        search: { view: now.asked, ...writeState(next, latest.current.base) },
        replace,
        resetScroll: false,
      });
    },
    [navigate, keep],
  );
  const open = useCallback(
    (id: string | null) =>
      void navigate({ to: '.', search: { view: id ?? everything }, resetScroll: false }),
    [navigate],
  );
  return useMemo(
    () => ({ state, base, view, views, isReady, change, open }),
    [state, base, view, views, isReady, change, open],
  );
}
