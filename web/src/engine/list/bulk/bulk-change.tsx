import { Button, Checkbox, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { FieldOwner } from '../../fields/field-owner.tsx';
import { fieldView } from '../../fields/index.ts';
import { bulkWords } from './bulk.words.ts';
import type { Change } from './use-bulk.tsx';
import classes from './bulk.module.css';

interface Props {
  object: ScreenObject;
  kind: 'tag' | 'edit';
  /** Those to choose from. */
  fields: readonly ScreenField[];
  count: number;
  named(count: number): { count: string; name: string };
  onApply(change: Change): void;
  onClose(): void;
}

/** One value for all that is selected; tags are added to those a record has. */
export function BulkChange({ object, kind, fields, count, named, onApply, onClose }: Props) {
  const t = useWords(bulkWords);
  const label = useLabel();
  const [key, setKey] = useState(
    kind === 'tag' || fields.length === 1 ? fields[0]?.key : undefined,
  );
  const [value, setValue] = useState<unknown>(null);
  const [isEmpty, setIsEmpty] = useState(false);
  const field = fields.find((each) => each.key === key);
  const canApply = field !== undefined && (isEmpty || (value !== null && value !== ''));

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!field || !canApply) return;
    const view = fieldView(field);
    const next = isEmpty ? null : (view.toInput?.(value, field) ?? value);
    onClose();
    onApply({
      fields: [field.key],
      valuesOf: (record) => ({
        [field.key]: kind === 'tag' ? joined(record, field.key, next) : next,
      }),
      said: kind === 'tag' ? 'tagged' : 'changed',
    });
  };
  return (
    <form className={classes.panel} onSubmit={apply}>
      {fields.length > 1 && (
        <Select
          label={t('field')}
          placeholder={t('pickField')}
          data={fields.map((each) => ({ value: each.key, label: label(each.label) }))}
          value={key ?? null}
          searchable
          data-autofocus
          onChange={(next) => {
            setKey(next ?? undefined);
            setValue(null);
          }}
        />
      )}
      {field && !isEmpty && (
        <FieldOwner object={object.key}>
          <FieldEdit key={field.key} field={field} value={value} onChange={setValue} autoFocus />
        </FieldOwner>
      )}
      {field && kind === 'edit' && field.required !== true && (
        <Checkbox
          label={t('emptyIt')}
          checked={isEmpty}
          onChange={(event) => setIsEmpty(event.currentTarget.checked)}
        />
      )}
      <DialogFoot onCancel={onClose}>
        <Button type="submit" disabled={!canApply}>
          {t(words[kind], named(count))}
        </Button>
      </DialogFoot>
    </form>
  );
}

const words = { tag: 'addTo', edit: 'apply' } as const;

const joined = (record: RecordData, key: string, added: unknown): unknown[] => {
  const before = record[key];
  return [
    ...new Set([...(Array.isArray(before) ? before : []), ...(Array.isArray(added) ? added : [])]),
  ];
};
