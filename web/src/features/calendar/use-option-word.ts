import { useCallback } from 'react';
import { useModel } from '#web/engine/model.ts';
import { useLabel } from '#web/words/language.tsx';

/** What a kind, status or result of activities is called. */
export function useOptionWord(): (field: string, value: unknown) => string {
  const fields = useModel().byKey.get('activity')?.field;
  const label = useLabel();
  return useCallback(
    (key, value) => {
      const field = fields?.get(key);
      const options = field && 'options' in field ? field.options : [];
      const found = options.find((option) => option.value === value);
      return found ? label(found.label) : '';
    },
    [fields, label],
  );
}
