import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '#web/api/me.ts';
import type { ScreenModel, ScreenObject } from '#web/api/model.ts';
import { meQuery, modelQuery } from '#web/api/queries.ts';

/** Loaded before any page of a signed-in person is shown. */
export const useModel = (): ScreenModel => useSuspenseQuery(modelQuery).data;
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Not in a preview: pins, views, followers, what is read are the own things of somebody else there. */
export const useMayKeep = (): boolean => useMe().preview === null;

/** An object by its path in the address bar or by key; undefined when it is not there, or not for this person. */
export function useObject(name: { path: string } | { key: string }): ScreenObject | undefined {
  const model = useModel();
  return 'path' in name ? model.byPath.get(name.path) : model.byKey.get(name.key);
}
