import type { ReactNode } from 'react';
import type { Reference } from '#web/api/records.ts';
import classes from '../fields.module.css';
import { PickedList } from '../picked-list.tsx';

interface Props {
  items: readonly Reference[];
  onChange(items: Reference[]): void;
  /** What picks one more, of those that are not chosen yet. */
  picker(chosen: readonly string[], add: (one: Reference | null) => void): ReactNode;
}

/** Several of many: those chosen, each with a way out, and a box for one more. */
export function PickedMany({ items, onChange, picker }: Props) {
  return (
    <div className={classes.stack}>
      <PickedList
        items={items}
        onRemove={(id) => onChange(items.filter((each) => each.id !== id))}
      />
      {picker(
        items.map(({ id }) => id),
        (one) => {
          if (one) onChange([...items, one]);
        },
      )}
    </div>
  );
}
