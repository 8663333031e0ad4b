import { lazy, memo, Suspense } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import type { Column } from '../columns.ts';
import { loadCellEdit } from './load-cell-edit.ts';
import { rowId } from './row-ids.ts';
import { RowCheck } from './row-check.tsx';
import type { TableActions } from './table-actions.ts';
import { TableCell } from './table-cell.tsx';
import classes from './table.module.css';

const CellEdit = lazy(loadCellEdit);

interface Props {
  object: ScreenObject;
  record: RecordData | undefined;
  columns: readonly Column[];
  index: number;
  /** Pixels from the top of the rows. */
  top: number;
  isSelected: boolean;
  isCursor: boolean;
  /** Column the keyboard stands on, in the row of the cursor. */
  at: string | null;
  editing: string | null;
  selectable: boolean;
  actions: TableActions;
}

/** A record: plain elements only, and drawn again only when something of it changed. */
export const TableRow = memo(function TableRow(props: Props) {
  const { object, record, columns, index, top, isSelected, isCursor, at, editing, actions } = props;
  const state = [
    classes.row,
    isSelected && classes.selected,
    isCursor && classes.cursor,
    editing !== null && classes.open,
  ];
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={props.selectable ? isSelected : undefined}
      className={state.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => actions.press(index, event)}
    >
      <RowCheck
        record={record}
        object={object}
        isSelected={isSelected}
        selectable={props.selectable}
        actions={actions}
        index={index}
      />
      {columns.map((column, i) => {
        const shared = {
          object,
          column,
          place: i,
          isLastPinned: column.isPinned && !columns[i + 1]?.isPinned,
          actions,
        };
        const cell = (
          <TableCell
            key={column.key}
            {...shared}
            record={record}
            index={index}
            isAt={isCursor && at === column.key}
          />
        );
        if (!record || editing !== column.key) return cell;
        return (
          <Suspense key={column.key} fallback={cell}>
            <CellEdit {...shared} record={record} />
          </Suspense>
        );
      })}
    </div>
  );
});
