import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { address, get } from '#web/api/request.ts';
import type { SavedView } from './saved-view.ts';

export const viewsKey = (object: string) => ['views', object] as const;

export const viewsQuery = (object: string) =>
  queryOptions({
    queryKey: viewsKey(object),
    queryFn: async ({ signal }) =>
      (await get<{ items: SavedView[] }>(address('views', { object }), signal)).items,
    staleTime: 60_000,
  });

/** Views of an object for this person; those of the model until the saved ones have come. */
export function useViews(object: ScreenObject): { views: readonly SavedView[]; isWhole: boolean } {
  const { data, isPending, isPlaceholderData } = useQuery({
    ...viewsQuery(object.key),
    placeholderData: () => builtIn(object),
  });
  return { views: data ?? builtIn(object), isWhole: !isPending && !isPlaceholderData };
}

const builtIn = (object: ScreenObject): SavedView[] =>
  object.views.map(({ key, label, where, sort, columns }, position) => ({
    id: key,
    object: object.key,
    name: label,
    builtIn: true,
    audience: 'everyone',
    owner: null,
    teamId: null,
    definition: {
      display: 'table',
      // A declared view says nothing that only rights may say.
      ...(where && { where: where as Filter }),
      ...(sort !== undefined && { sort }),
      ...(columns && { columns }),
    },
    complete: true,
    position,
    isDefault: object.layout.defaultView === key,
    version: 1,
    writable: false,
  }));
