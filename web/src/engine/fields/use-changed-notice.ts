import { useCallback } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { recordsWords } from '../records/records.words.ts';
import { useSave } from '../records/save.ts';

/** Says that a value was changed, and takes it back when asked. */
export function useChangedNotice(object: ScreenObject, field: ScreenField) {
  const t = useWords(recordsWords);
  const label = useLabel();
  const { update } = useSave(object);
  return useCallback(
    (next: RecordData, before: RecordData) => {
      if (next.version === before.version) return;
      const back = { [field.key]: before[field.key] ?? null };
      notify({
        tone: 'ok',
        text: t('changed', { field: label(field.label) }),
        action: { label: t('undo'), run: () => update(next.id, next.version, back, next) },
      });
    },
    [field, label, t, update],
  );
}
