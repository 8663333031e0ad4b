import { useState, type KeyboardEvent, type RefObject } from 'react';

export interface Cell {
  row: number;
  column: number;
}

interface Options {
  grid: RefObject<HTMLTableElement | null>;
  rows: number;
  columns: number;
  press: (at: Cell, digit: number) => void;
}

/** Arrows, Home and End walk the cells; digits set them; Enter and Space open the menu as for any button. */
export function useGridKeys({ grid, rows, columns, press }: Options) {
  const [stop, setStop] = useState<Cell>({ row: 0, column: 0 });
  const element = ({ row, column }: Cell) =>
    grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const go = (to: Cell) => {
    const row = Math.max(0, Math.min(rows - 1, to.row));
    const column = Math.max(0, Math.min(columns - 1, to.column));
    setStop({ row, column });
    element({ row, column })?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cellOf(event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved(at, event.key, columns);
    if (to) go(to);
    else if (/^[0-9]$/.test(event.key)) press(at, Number(event.key));
    else return;
    event.preventDefault();
    // A digit in the grid is no shortcut of the application.
    event.stopPropagation();
  };
  return { stop, setStop, element, cellOf, onKeyDown };
}

function cellOf(target: EventTarget | null): Cell | undefined {
  if (!(target instanceof Element)) return undefined;
  const data = target.closest<HTMLElement>('[data-row][data-column]')?.dataset;
  return data && { row: Number(data['row']), column: Number(data['column']) };
}

function moved({ row, column }: Cell, key: string, columns: number): Cell | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return undefined;
  }
}
