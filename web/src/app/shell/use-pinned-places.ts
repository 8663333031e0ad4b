import { IconList, type Icon } from '@tabler/icons-react';
import type { Favourite } from '#web/api/me.ts';
import { useMe, useModel } from '#web/engine/model.ts';
import { useLabel } from '#web/words/language.tsx';
import { iconOf } from './places.ts';

export interface PinnedPlace {
  key: string;
  /** Its place among all that is pinned, also what is not shown. */
  at: number;
  favourite: Favourite;
  name: string;
  to: string;
  search: { view?: string };
  icon: Icon;
}

/** What is pinned, with its name and address. */
export function usePinnedPlaces(): readonly PinnedPlace[] {
  const label = useLabel();
  const { byKey } = useModel();
  const { favourites } = useMe();
  return favourites.flatMap((favourite, at): PinnedPlace[] => {
    const object = byKey.get(favourite.object);
    const { id, view } = favourite;
    const builtIn = object?.views.find(({ key }) => key === view);
    const own = builtIn ? label(builtIn.label) : favourite.title;
    const name = own ?? (id === undefined && object ? label(object.pluralLabel) : null);
    if (!object || name === null || name === undefined) return [];
    return [
      {
        key: `${object.key} ${id ?? ''} ${view ?? ''}`,
        at,
        favourite,
        name,
        to: id === undefined ? `/${object.path}` : `/${object.path}/${id}`,
        search: view === undefined ? {} : { view },
        icon: id === undefined ? IconList : iconOf(object),
      },
    ];
  });
}
