import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { fieldView } from '../../fields/index.ts';
import { columnName, isSortable } from '../column-field.ts';
import { leastWidth, type Column } from '../columns.ts';
import { listWords } from '../list.words.ts';
import type { SortTerm } from '../sort-terms.ts';
import { useUnit } from '../use-unit.ts';
import { cellStyle } from './cell-style.ts';
import { ResizeHandle } from './resize-handle.tsx';
import type { HeadActions } from './table-head.tsx';
import classes from './table.module.css';

interface Props {
  column: Column;
  place: number;
  columns: readonly Column[];
  term: SortTerm | undefined;
  /** Its place in an order of several; 0 when it is alone. */
  rank: number;
  actions: HeadActions;
  table: RefObject<HTMLElement | null>;
}

const dragged = 'application/x-duyen-column';

export function HeadCell({ column, place, columns, term, rank, actions, table }: Props) {
  const t = useWords(listWords);
  const label = useLabel();
  const unit = useUnit(column.field);
  const [isOver, setIsOver] = useState(false);
  const Arrow = term?.descending ? IconArrowDown : IconArrowUp;
  const { align } = fieldView(column.field);
  const own = columnName(column, label);
  const name = unit === undefined ? own : `${own} (${unit})`;
  const canSort = isSortable(column);

  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || !event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      actions.resize(column.key, Math.max(leastWidth, column.width + by * 16));
    } else if (by < 0 ? place > 0 : place < columns.length - 1) {
      actions.move(column.key, columns[by < 0 ? place - 1 : place + 2]?.key ?? null);
    }
  };
  const shape = [
    classes.cell,
    classes.headCell,
    align === 'right' && classes.headRight,
    column.isPinned && classes.pinned,
    column.isPinned && !columns[place + 1]?.isPinned && classes.lastPinned,
    isOver && classes.dropBefore,
  ];
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={term ? (term.descending ? 'descending' : 'ascending') : undefined}
      className={shape.filter(Boolean).join(' ')}
      style={cellStyle(place, column)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        const key = event.dataTransfer.getData(dragged);
        if (key !== '' && key !== column.key) actions.move(key, column.key);
      }}
    >
      <button
        type="button"
        className={classes.headButton}
        title={`${name}\n${t(canSort ? 'headHint' : 'headHintMove')}`}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(dragged, column.key);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onClick={(event) => canSort && actions.sort(column.key, event.shiftKey)}
        onKeyDown={onKey}
      >
        {term && <Arrow size={14} stroke={1.7} aria-hidden />}
        {term && rank > 0 && <span className={classes.rank}>{rank}</span>}
        <span className={classes.text}>{name}</span>
      </button>
      <ResizeHandle column={column} place={place} table={table} onResize={actions.resize} />
    </div>
  );
}
