import { useCallback } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Reason } from './duplicates.ts';
import { duplicatesWords } from './duplicates.words.ts';

/** Why records are thought to be the same, in a line. */
export function useReasons(object: ScreenObject): (reasons: readonly Reason[]) => string {
  const t = useWords(duplicatesWords);
  const label = useLabel();
  return useCallback(
    (reasons) =>
      reasons
        .map(({ field, match }) => {
          const name = label(object.field.get(field)?.label ?? field);
          return t(match, { field: match === 'exact' ? name.toLocaleLowerCase() : name });
        })
        .join(' · '),
    [object, label, t],
  );
}
