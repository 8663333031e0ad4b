import type { PointerEvent, RefObject } from 'react';
import { leastWidth, mostWidth, naturalWidth, type Column } from '../columns.ts';
import classes from './table.module.css';

interface Props {
  column: Column;
  place: number;
  table: RefObject<HTMLElement | null>;
  onResize(key: string, width: number): void;
}

/** While it is dragged only a variable of the table changes; the width is kept when the pointer lets go. */
export function ResizeHandle({ column, place, table, onResize }: Props) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const from = event.clientX;
    let width = column.width;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => {
      width = Math.round(
        Math.min(mostWidth, Math.max(leastWidth, column.width + moved.clientX - from)),
      );
      table.current?.style.setProperty(`--w${place}`, `${width}px`);
    };
    const end = () => {
      handle.removeEventListener('pointermove', move);
      if (width !== column.width) onResize(column.key, width);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };
  return (
    <span
      aria-hidden
      className={classes.handle}
      onPointerDown={start}
      onDoubleClick={() => onResize(column.key, naturalWidth(column, column.isTitle))}
    />
  );
}
