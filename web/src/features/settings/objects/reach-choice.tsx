import { Radio, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Label } from '#shared/define.ts';
import { keyFrom } from '#web/engine/new-names.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import classes from './field-panel.module.css';

const reaches = ['owned', 'shared', 'through'] as const;

/** Who sees the records of an object: as the owner's role gives it, everyone, or who sees what they are part of. */
export interface ChosenReach {
  reach: (typeof reaches)[number];
  /** The object whose records they are part of. */
  whole: string | null;
}

interface Props {
  value: ChosenReach;
  objects: readonly ObjectSetting[];
  error: ReactNode;
  onChange(value: ChosenReach): void;
}

export function ReachChoice({ value, objects, error, onChange }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  return (
    <>
      <Radio.Group
        label={t('reach')}
        value={value.reach}
        onChange={(next) =>
          onChange({ ...value, reach: reaches.find((each) => each === next) ?? 'owned' })
        }
      >
        <div className={classes.boxes}>
          {reaches.map((each) => (
            <Radio key={each} value={each} label={t(each)} description={t(`${each}Text`)} />
          ))}
        </div>
      </Radio.Group>
      {value.reach === 'through' && (
        <Select
          label={t('whole')}
          searchable
          data={objects
            .filter(({ archivedAt }) => archivedAt === null)
            .map((each) => ({ value: each.key, label: label(each.label) }))}
          value={value.whole}
          onChange={(whole) => onChange({ ...value, whole })}
          error={error}
        />
      )}
    </>
  );
}

/** The field that stands for a record, where fields are made with the object. */
const nameLabel: Label = { vi: 'Tên', en: 'Name' };

/** A part of another record is reached through a relation to it, which is made with the object. */
export function reachOf({ reach, whole }: ChosenReach, objects: readonly ObjectSetting[]) {
  const container = objects.find(({ key }) => key === whole);
  if (reach !== 'through' || !container) return { reach };
  const through = keyFrom(container.key);
  const { key: to, label } = container;
  return {
    reach: { through },
    fields: [
      { key: 'name', kind: 'text', label: nameLabel, required: true, index: true },
      { key: through, kind: 'relation', to, label, required: true },
    ],
  };
}
