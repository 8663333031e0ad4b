import { memo } from 'react';
import type { Scope } from './rights.ts';
import { ScopeGlyph } from './scope-glyph.tsx';
import classes from './rights-grid.module.css';

interface Props {
  row: number;
  column: number;
  scope: Scope;
  isYesOrNo: boolean;
  isChanged: boolean;
  isLocked: boolean;
  isFirst: boolean;
  /** The one cell of the grid that the Tab key stops at. */
  isStop: boolean;
  isOpen: boolean;
  label: string;
}

/** Keys and clicks are heard by the whole grid. */
export const GridCell = memo(function GridCell(props: Props) {
  const { row, column, scope, isYesOrNo, isChanged, isLocked, isFirst, isStop, isOpen } = props;
  return (
    <td
      className={`${classes.cell} ${isFirst ? classes.first : ''} ${isChanged ? classes.changed : ''}`}
    >
      <button
        type="button"
        data-row={row}
        data-column={column}
        tabIndex={isStop ? 0 : -1}
        aria-label={props.label}
        aria-haspopup={isLocked ? undefined : 'menu'}
        aria-expanded={isLocked ? undefined : isOpen}
        aria-disabled={isLocked || undefined}
        className={`${classes.button} ${isLocked ? classes.locked : ''}`}
      >
        <ScopeGlyph scope={scope} only={isYesOrNo} />
      </button>
    </td>
  );
});
