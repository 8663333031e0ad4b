import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useMe } from '../model.ts';

/** What a new record has before anybody types: defaults of fields, and its owner is who makes it. */
export function useDefaults(object: ScreenObject): Record<string, unknown> {
  const { id, name } = useMe();
  return useMemo(
    () => ({
      ...Object.fromEntries(
        object.fields
          .filter((field) => field.default !== undefined)
          .map((field) => [field.key, field.default]),
      ),
      ...(object.reach === 'owned' && { owner: { id, title: name } }),
    }),
    [object, id, name],
  );
}
