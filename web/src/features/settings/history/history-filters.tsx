import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ScreenField } from '#web/api/model.ts';
import { membersQuery } from '#web/api/people.ts';
import { FieldEdit } from '#web/engine/fields/field-edit.tsx';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './history-page.module.css';
import type { HistoryFilter } from './history-query.ts';
import { historyWords } from './history.words.ts';

interface Props {
  filter: HistoryFilter;
  onChange(filter: HistoryFilter): void;
}

const kinds = ['record', 'setting', 'people'] as const;

/** A day to type or to pick, as fields of records have it. */
const day = (key: 'from' | 'to'): ScreenField => ({
  key,
  kind: 'date',
  label: { vi: '', en: '' },
  custom: false,
  system: false,
  writable: true,
});
const days = { from: day('from'), to: day('to') };

export function HistoryFilters({ filter, onChange }: Props) {
  const t = useWords(historyWords);
  const label = useLabel();
  const { objects } = useModel();
  const { data: members } = useQuery(membersQuery);
  const set = (change: HistoryFilter) => onChange({ ...filter, ...change });
  return (
    <div className={classes.filters}>
      <Select
        label={t('kind')}
        placeholder={t('everything')}
        clearable
        data={kinds.map((value) => ({ value, label: t(value) }))}
        value={filter.kind ?? null}
        onChange={(kind) => set({ kind: kind ?? undefined, object: undefined })}
      />
      <Select
        label={t('object')}
        placeholder={t('everything')}
        clearable
        searchable
        data={objects.map(({ key, label: name }) => ({ value: key, label: label(name) }))}
        value={filter.object ?? null}
        onChange={(object) => set({ object: object ?? undefined })}
      />
      <Select
        label={t('actor')}
        placeholder={t('everybody')}
        clearable
        searchable
        data={[
          ...(members?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: 'system', label: t('system') },
        ]}
        value={filter.actor ?? null}
        onChange={(actor) => set({ actor: actor ?? undefined })}
      />
      {(['from', 'to'] as const).map((key) => (
        <FieldEdit
          key={key}
          field={days[key]}
          label={t(key)}
          value={filter[key]}
          onChange={(value) => {
            // Asked when it is a day, not while it is being typed.
            const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
            if (value === null || isDay) set({ [key]: value ?? undefined });
          }}
        />
      ))}
    </div>
  );
}
