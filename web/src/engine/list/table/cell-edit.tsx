import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import type { Column } from '../columns.ts';
import { InlineEdit } from '../../fields/inline-edit.tsx';
import { cellStyle } from './cell-style.ts';
import type { TableActions } from './table-actions.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  column: Column;
  place: number;
  actions: TableActions;
}

/** The box over the value. */
export function CellEdit({ object, record, column, place, actions }: Props) {
  return (
    <div
      role="gridcell"
      className={`${classes.cell} ${classes.editing}`}
      style={cellStyle(place, column)}
    >
      <InlineEdit
        object={object}
        record={record}
        field={column.field}
        place="cell"
        onSaved={actions.edited}
      />
    </div>
  );
}
