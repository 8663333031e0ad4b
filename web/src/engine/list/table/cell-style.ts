import type { CSSProperties } from 'react';
import type { Column } from '../columns.ts';
import { checkWidth } from '../columns.ts';

/** Widths stand in variables of the table, so that dragging one draws no row again. */
export const cellStyle = (place: number, { isPinned }: Column): CSSProperties => ({
  width: `var(--w${place})`,
  ...(isPinned && { left: `var(--l${place})` }),
});

/** The variables themselves. */
export function widthVariables(columns: readonly Column[]): Record<string, string> {
  const variables: Record<string, string> = {};
  let left = checkWidth;
  columns.forEach(({ width }, place) => {
    variables[`--w${place}`] = `${width}px`;
    variables[`--l${place}`] = `${left}px`;
    left += width;
  });
  variables['--table-w'] = `${left}px`;
  return variables;
}
