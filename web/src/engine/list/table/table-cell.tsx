import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { fieldView } from '../../fields/index.ts';
import type { Column } from '../columns.ts';
import { cellStyle } from './cell-style.ts';
import { Figure } from './figure.tsx';
import type { TableActions } from './table-actions.ts';
import { cellId } from './row-ids.ts';
import { TitleCell } from './title-cell.tsx';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData | undefined;
  column: Column;
  /** Which column it is, for its width. */
  place: number;
  index: number;
  isAt: boolean;
  isLastPinned: boolean;
  actions: TableActions;
}

export function TableCell(props: Props) {
  const { object, record, column, place, index, isAt, isLastPinned, actions } = props;
  const { Show, align } = fieldView(column.field);
  const value = record?.[column.key] ?? null;
  const shape = [
    classes.cell,
    align === 'right' && classes.right,
    column.isPinned && classes.pinned,
    isLastPinned && classes.lastPinned,
    isAt && classes.at,
  ];
  return (
    <div
      role="gridcell"
      id={cellId(index, column.key)}
      data-column={column.key}
      className={shape.filter(Boolean).join(' ')}
      style={cellStyle(place, column)}
    >
      {!record ? (
        <span className={classes.bone} />
      ) : column.isTitle ? (
        <TitleCell object={object} record={record} width={column.width} actions={actions} />
      ) : value === null ? (
        <span className={classes.empty}>–</span>
      ) : column.field.kind === 'money' ? (
        <Figure value={value} />
      ) : (
        <span className={classes.text}>
          <Show value={value} field={column.field} place="cell" />
        </span>
      )}
    </div>
  );
}
