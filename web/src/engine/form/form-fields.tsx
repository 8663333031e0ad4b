import { useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { FieldEdit } from '../fields/field-edit.tsx';
import type { RecordFormState } from './use-record-form.ts';

interface Props {
  object: ScreenObject;
  keys: readonly string[];
  form: RecordFormState;
  focusFirst: boolean;
}

/** Boxes for the fields that this person may write, in their order. */
export function FormFields({ object, keys, form, focusFirst }: Props) {
  const fields = keys
    .flatMap((key) => object.field.get(key) ?? [])
    .filter(({ writable, kind }) => writable && kind !== 'autoNumber' && kind !== 'json');
  // One with a default has been answered; what is there already is called by its title.
  const first =
    fields.find(({ key }) =>
      form.record ? key === object.title : (form.valueOf(key) ?? null) === null,
    ) ?? fields[0];
  const [focused] = useState(focusFirst ? first?.key : undefined);
  return fields.map((field) => (
    <FieldEdit
      key={field.key}
      field={field}
      value={form.valueOf(field.key)}
      error={form.errorOf(field.key)}
      autoFocus={field.key === focused}
      onChange={(value) => form.change(field.key, value)}
    />
  ));
}
