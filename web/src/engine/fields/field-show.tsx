import { memo } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import { fieldView } from './index.ts';

interface Props {
  field: ScreenField;
  value: unknown;
  place: 'cell' | 'page' | 'card';
}

/** A value as it is read. */
export const FieldShow = memo(function FieldShow({ field, value, place }: Props) {
  const { Show } = fieldView(field);
  return value === null || value === undefined ? null : (
    <Show field={field} value={value} place={place} />
  );
});
