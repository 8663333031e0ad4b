import { NativeSelect } from '@mantine/core';
import type { ScreenField } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { boardWords } from './board.words.ts';
import classes from './board.module.css';

interface Props {
  fields: readonly ScreenField[];
  field: ScreenField;
  sums: readonly ScreenField[];
  sum: ScreenField | undefined;
  onChange(patch: { by?: string; sum?: string | undefined }): void;
}

/** What makes the columns, and what is added up at their heads. */
export function BoardBar({ fields, field, sums, sum, onChange }: Props) {
  const t = useWords(boardWords);
  const label = useLabel();
  return (
    <div className={classes.bar}>
      <label className={classes.choice}>
        {t('columnsBy')}
        <NativeSelect
          size="xs"
          value={field.key}
          onChange={(event) => onChange({ by: event.currentTarget.value })}
        >
          {fields.map(({ key, label: name }) => (
            <option key={key} value={key}>
              {label(name)}
            </option>
          ))}
        </NativeSelect>
      </label>
      {sums.length > 0 && (
        <label className={classes.choice}>
          {t('sumOf')}
          <NativeSelect
            size="xs"
            value={sum?.key ?? ''}
            onChange={(event) => onChange({ sum: event.currentTarget.value || undefined })}
          >
            <option value="">{t('noSum')}</option>
            {sums.map(({ key, label: name }) => (
              <option key={key} value={key}>
                {label(name)}
              </option>
            ))}
          </NativeSelect>
        </label>
      )}
    </div>
  );
}
