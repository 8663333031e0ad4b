import { Checkbox } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import type { DraftedField } from './drafted.ts';
import type { FieldSaid, KindSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

/** Where else a field is put when it is made or changed. */
export interface Places {
  list: boolean;
  quickCreate: boolean;
  search: boolean;
}

interface Props {
  /** Undefined: a new one. */
  field: DraftedField | undefined;
  kind: KindSetting | undefined;
  value: FieldSaid;
  places: Places;
  onChange(said: Partial<FieldSaid>): void;
  onPlaces(places: Places): void;
}

/** What a field asks of its values, and where it is seen. */
export function FieldBoxes({ field, kind, value, places, onChange, onPlaces }: Props) {
  const t = useWords(objectsWords);
  const isNew = field === undefined || field.isNew;
  const box = (name: keyof Places, words: 'inList' | 'inQuick' | 'inSearch') => (
    <Checkbox
      label={t(words)}
      checked={places[name]}
      onChange={(event) => onPlaces({ ...places, [name]: event.currentTarget.checked })}
    />
  );
  return (
    <div className={classes.boxes}>
      {kind?.can.require !== false && (
        <Checkbox
          label={t('required')}
          checked={value.required === true}
          disabled={field?.declared?.required === true || field?.readOnly === true}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      )}
      {kind?.can.unique === true && field?.custom !== false && (
        <Checkbox
          label={t('unique')}
          {...(isNew && value.unique === true && { description: t('fixed') })}
          checked={value.unique === true}
          disabled={!isNew}
          onChange={(event) => onChange({ unique: event.currentTarget.checked || undefined })}
        />
      )}
      {box('list', 'inList')}
      {box('quickCreate', 'inQuick')}
      {kind?.can.search === true && box('search', 'inSearch')}
    </div>
  );
}
