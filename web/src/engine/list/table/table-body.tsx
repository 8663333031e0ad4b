import type { VirtualItem } from '@tanstack/react-virtual';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { Column } from '../columns.ts';
import type { Bucket } from '../groups.ts';
import { GroupRow } from './group-row.tsx';
import { MoreRow } from './more-row.tsx';
import type { Rows } from './rows.ts';
import type { TableActions } from './table-actions.ts';
import { TableRow } from './table-row.tsx';
import type { SelectionControl } from './use-selection.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  columns: readonly Column[];
  rows: Rows;
  group?: { field: ScreenField; bucket: Bucket | undefined } | undefined;
  selection?: SelectionControl | undefined;
  items: readonly VirtualItem[];
  height: number;
  /** What stands above the rows. */
  margin: number;
  cursor: { index: number; column: string | null };
  editing: { key: string; column: string } | null;
  actions: TableActions;
}

export function TableBody(props: Props) {
  const { object, columns, rows, group, selection, items, height, margin, cursor } = props;
  const { editing, actions } = props;
  return (
    <div role="rowgroup" className={classes.body} style={{ height }}>
      {items.map(({ index, start }) => {
        const row = rows.at(index);
        const place = { index, top: start - margin, isCursor: cursor.index === index, actions };
        if (row.kind === 'group') {
          if (!group) return null;
          return <GroupRow key={row.key} row={row} columns={columns} {...group} {...place} />;
        }
        if (row.kind === 'more') {
          return <MoreRow key={row.key} object={object} row={row} {...place} />;
        }
        return (
          <TableRow
            key={row.key}
            object={object}
            record={row.record}
            columns={columns}
            isSelected={row.record !== undefined && (selection?.has(row.record.id) ?? false)}
            at={place.isCursor ? cursor.column : null}
            editing={editing?.key === row.key ? editing.column : null}
            selectable={selection !== undefined}
            {...place}
          />
        );
      })}
    </div>
  );
}
