import type { DateField } from '#shared/fields/date.ts';
import type { FieldOn } from '#web/engine/fields/field-view.ts';
// How days are shown is known once all kinds are.
import '#web/engine/fields/index.ts';
import { date } from '#web/engine/fields/inputs/date.tsx';
import classes from './report.module.css';

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
  value: string;
  onChange(day: string): void;
}

export function DayBox({ label, value, onChange }: Props) {
  return (
    <div className={classes.day}>
      <date.Edit
        aria-label={label}
        field={day}
        value={value}
        onChange={(typed) => {
          // Asked when it is a day, not while it is being typed.
          if (typeof typed === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(typed)) onChange(typed);
        }}
      />
    </div>
  );
}
