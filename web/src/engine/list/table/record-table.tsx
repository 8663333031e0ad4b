import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useMe } from '../../model.ts';
import { checkWidth, gutterWidth, type Column } from '../columns.ts';
import type { Bucket } from '../groups.ts';
import { widthVariables } from './cell-style.ts';
import { loadCellEdit } from './load-cell-edit.ts';
import type { Group, Rows } from './rows.ts';
import { TableBody } from './table-body.tsx';
import { TableHead, type HeadActions } from './table-head.tsx';
import { cellId, rowId } from './row-ids.ts';
import { useCursor } from './use-cursor.ts';
import { useGridCommands } from './use-grid-commands.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useRemembered } from './use-remembered.ts';
import type { SelectionControl } from './use-selection.ts';
import { useTableActions } from './use-table-actions.ts';
import classes from './table.module.css';

interface Props {
  object: ScreenObject;
  columns: readonly Column[];
  rows: Rows;
  /** Of the table, for screen readers. */
  label: string;
  sort: string | undefined;
  head: HeadActions;
  group?: { field: ScreenField; bucket: Bucket | undefined } | undefined;
  /** Without it rows cannot be chosen. */
  selection?: SelectionControl | undefined;
  /** Row the keyboard stands on at first, by id. */
  startAt?: string | undefined;
  /** Of the list that is the page: under which name its scroll is kept while the page is away. */
  scrollName?: string | undefined;
  onOpen(record: RecordData): void;
  /** Which rows are in sight. */
  onRange(first: number, last: number): void;
  onFold?(group: Group): void;
  onMore?(group: Group): void;
  foot?: ReactNode;
}

const headHeight = 32;

/** Rows are of one height, so that the way to any of them is known; what is in sight already stays where it is. */
function showRow(table: HTMLElement | null, index: number, rowHeight: number, foot: number): void {
  if (!table) return;
  const top = index * rowHeight;
  const room = table.clientHeight - headHeight - foot;
  if (top < table.scrollTop) table.scrollTo({ top });
  else if (top + rowHeight > table.scrollTop + room)
    table.scrollTo({ top: top + rowHeight - room });
}

/** Rows of records under sticky heads and over a sticky foot; only those in sight exist. */
export function RecordTable(props: Props) {
  const { object, columns, rows, selection, head, onRange } = props;
  const { density } = useMe();
  const rowHeight = density === 'compact' ? 32 : 36;
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the rows in sight change with every scroll anyway
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useRemembered(props.scrollName, scroll, rows.count * rowHeight);

  const cursor = useCursor(rows, columns, { name: props.scrollName, startAt: props.startAt });
  const [editing, setEditing] = useState<{ key: string; column: string } | null>(null);
  const { actions, keys } = useTableActions({
    ...props,
    cursor,
    setEditing,
    focus: () => scroll.current?.focus({ preventScroll: true }),
    show: (index) => showRow(scroll.current, index, rowHeight, props.foot ? rowHeight : 0),
  });
  useGridKeys(scroll, keys, props.scrollName !== undefined);
  useGridCommands(keys, props.scrollName !== undefined);

  const isChosen = selection !== undefined;
  const variables = useMemo(
    () => widthVariables(columns, isChosen ? checkWidth : gutterWidth),
    [columns, isChosen],
  );
  const active =
    cursor.index >= 0 && cursor.index >= first && cursor.index <= last
      ? cursor.column === null
        ? rowId(cursor.index)
        : cellId(cursor.index, cursor.column)
      : undefined;
  return (
    <div
      ref={scroll}
      // Groups open and close, which plain grids know nothing of.
      role={props.group ? 'treegrid' : 'grid'}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={isChosen}
      aria-activedescendant={active}
      className={`${classes.scroll} ${density === 'compact' ? classes.compact : ''}`}
      style={variables}
      onScroll={({ currentTarget }) => {
        currentTarget.dataset['aside'] = String(currentTarget.scrollLeft > 0);
      }}
      // A name of its own, or the router would scroll it as the list that stood here before.
      data-scroll-restoration-id={encodeURIComponent(props.scrollName ?? '')}
      // Whoever stands in the table may change a cell next.
      onFocus={() => void loadCellEdit()}
      onDoubleClick={({ target }) => actions.editAt(target)}
    >
      <div className={classes.inner} style={{ width: 'var(--table-w)' }}>
        <TableHead
          object={object}
          columns={columns}
          sort={props.sort}
          selection={selection}
          rows={rows}
          actions={head}
          table={scroll}
        />
        <TableBody
          {...props}
          items={items}
          height={virtual.getTotalSize()}
          margin={headHeight}
          cursor={cursor}
          editing={editing}
          actions={actions}
        />
        {props.foot}
      </div>
    </div>
  );
}
