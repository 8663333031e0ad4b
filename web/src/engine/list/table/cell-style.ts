import type { CSSProperties } from 'react';
import type { Column } from '../columns.ts';

/** Widths stand in variables of the table, so that dragging one draws no row again. */
export const cellStyle = (place: number, { isPinned }: Column): CSSProperties => ({
  width: `var(--w${place})`,
  ...(isPinned && { left: `var(--l${place})` }),
});

/** The variables themselves, of columns behind the one of boxes to choose rows by. */
export function widthVariables(columns: readonly Column[], first: number): Record<string, string> {
  const variables: Record<string, string> = { '--check-w': `${first}px` };
  let left = first;
  columns.forEach(({ width }, place) => {
    variables[`--w${place}`] = `${width}px`;
    variables[`--l${place}`] = `${left}px`;
    left += width;
  });
  variables['--table-w'] = `${left}px`;
  return variables;
}
