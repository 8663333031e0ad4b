import { useState } from 'react';
import { freeKey } from '#web/engine/new-names.ts';
import { useWords } from '#web/words/language.tsx';
import { completeField } from './complete-field.ts';
import type { NewField } from './draft.ts';
import type { DraftedField } from './drafted.ts';
import type { Places } from './field-boxes.tsx';
import type { FieldSaid, KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';

export interface FieldFormProps {
  /** Undefined: a new one. */
  field: DraftedField | undefined;
  kinds: readonly KindSetting[];
  /** Keys that a new one may not have. */
  taken: ReadonlySet<string>;
  places: Places;
  onApply(field: NewField, places: Places, another: boolean): void;
}

const begun: NewField = { key: '', kind: 'text', label: { vi: '', en: '' } };

/** What is typed of a field, and the field that it makes; what lacks is told when one is done. */
export function useFieldForm({ field, kinds, taken, places, onApply }: FieldFormProps) {
  const t = useWords(objectsWords);
  const [value, setValue] = useState<NewField>(field ?? begun);
  const [put, setPut] = useState(places);
  const [isTold, setTold] = useState(false);
  const kind = kinds.find((each) => each.kind === value.kind);
  const { vi, en } = value.label;
  const isNamed = vi !== '' || en !== '';
  const key = field?.key ?? freeKey(en || vi, taken);
  const { field: whole, missing } = completeField(value, key, kind);
  const isComplete = missing.length === 0;
  return {
    value,
    put,
    setPut,
    kind,
    whole,
    isComplete,
    nameError: isTold && !isNamed ? t('missing') : undefined,
    errorOf: (name: string) => (isTold && missing.includes(name) ? t('missing') : undefined),
    say: (said: Partial<FieldSaid>) => setValue((before) => ({ ...before, ...said })),
    /** What was said of another kind does not hold for this one. */
    become: (next: string) =>
      setValue({ key, kind: next, label: value.label, section: value.section }),
    /** Whether it could be done; `another`: the form is begun anew. */
    apply(another: boolean): boolean {
      setTold(true);
      if (key === '' || !isNamed || !isComplete) return false;
      onApply(whole, put, another);
      if (another) {
        setValue(begun);
        setPut(places);
        setTold(false);
      }
      return true;
    },
  };
}

export type FieldForm = ReturnType<typeof useFieldForm>;
