import { Select } from '@mantine/core';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ListState } from '../list/list-params.ts';
import { columnFields, sumFields } from './board-columns.ts';
import classes from './board.module.css';
import { boardWords } from './board.words.ts';

interface Props {
  object: ScreenObject;
  field: ScreenField;
  sum: string | undefined;
  onChange(patch: Partial<ListState>): void;
}

export function BoardTools({ object, field, sum, onChange }: Props) {
  const t = useWords(boardWords);
  const label = useLabel();
  const choices = (fields: readonly ScreenField[]) =>
    fields.map(({ key, label: name }) => ({ value: key, label: label(name) }));
  return (
    <div className={classes.tools}>
      <Select
        aria-label={t('by')}
        data={choices(columnFields(object))}
        value={field.key}
        allowDeselect={false}
        searchable
        onChange={(by) => onChange({ by: by ?? undefined })}
      />
      <Select
        aria-label={t('sum')}
        placeholder={t('noSum')}
        data={choices(sumFields(object))}
        value={sum ?? null}
        clearable
        searchable
        onChange={(next) => onChange({ sum: next ?? undefined })}
      />
    </div>
  );
}
