import { Checkbox } from '@mantine/core';

interface Props {
  label: string;
  /** Of the rows that can be chosen. */
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  onChosen(chosen: ReadonlySet<string>): void;
}

/** The box over the boxes of a table: all of its rows, or none. */
export function ChooseAll({ label, ids, chosen, onChosen }: Props) {
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  return (
    <Checkbox
      aria-label={label}
      checked={isAll}
      indeterminate={!isAll && ids.some((id) => chosen.has(id))}
      onChange={() => onChosen(new Set(isAll ? [] : ids))}
    />
  );
}

/** The chosen with one more, or one less. */
export function withChosen(
  chosen: ReadonlySet<string>,
  id: string,
  isChosen: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isChosen) next.add(id);
  else next.delete(id);
  return next;
}
