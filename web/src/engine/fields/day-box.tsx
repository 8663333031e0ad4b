import type { DateField } from '#shared/fields/date.ts';
import { FieldEdit } from './field-edit.tsx';
import type { FieldOn } from './field-view.ts';
// How days are shown is known once all kinds are.
import './index.ts';
import { date } from './inputs/date.tsx';

/** A day to type or to pick, as fields of records have it. */
const day: FieldOn<DateField> = {
  key: 'day',
  kind: 'date',
  label: { vi: '', en: '' },
  custom: false,
  system: false,
  writable: true,
};

interface Props {
  label: string;
  /** Above the box; else it is only said. */
  isLabelShown?: boolean;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange(day: string): void;
}

/** A day that is no field of a record; what is no day yet is not told. */
export function DayBox({ label, isLabelShown = false, value, onChange }: Props) {
  const tell = (typed: unknown) => {
    const text = typeof typed === 'string' ? typed : '';
    if (text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)) onChange(text);
  };
  return isLabelShown ? (
    <FieldEdit field={day} label={label} value={value} onChange={tell} />
  ) : (
    <date.Edit aria-label={label} field={day} value={value} onChange={tell} />
  );
}
