import type { RefObject } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import type { Column } from '../columns.ts';
import { listWords } from '../list.words.ts';
import { readSort } from '../sort-terms.ts';
import { HeadCell } from './head-cell.tsx';
import type { Rows } from './rows.ts';
import type { SelectionControl } from './use-selection.ts';
import classes from './table.module.css';

export interface HeadActions {
  sort(key: string, more: boolean): void;
  resize(key: string, width: number): void;
  /** Puts a column before another, or behind all. */
  move(key: string, before: string | null): void;
}

interface Props {
  object: ScreenObject;
  columns: readonly Column[];
  sort: string | undefined;
  selection: SelectionControl | undefined;
  rows: Rows;
  actions: HeadActions;
  table: RefObject<HTMLElement | null>;
}

export function TableHead({ columns, sort, selection, rows, actions, table }: Props) {
  const t = useWords(listWords);
  const terms = readSort(sort);
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        <div role="columnheader" className={classes.check}>
          {selection && (
            <input
              type="checkbox"
              className={classes.box}
              aria-label={t('selectAll')}
              checked={!selection.isEmpty && selection.selection.all}
              ref={(box) => {
                if (box) box.indeterminate = !selection.isEmpty && !selection.selection.all;
              }}
              onChange={() => {
                if (selection.isEmpty && rows.count > 0) selection.selectAll();
                else selection.clear();
              }}
            />
          )}
        </div>
        {columns.map((column, place) => (
          <HeadCell
            key={column.key}
            column={column}
            place={place}
            columns={columns}
            term={terms.find(({ key }) => key === column.key)}
            rank={terms.length > 1 ? terms.findIndex(({ key }) => key === column.key) + 1 : 0}
            actions={actions}
            table={table}
          />
        ))}
      </div>
    </div>
  );
}
