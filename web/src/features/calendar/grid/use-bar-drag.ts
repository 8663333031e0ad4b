import { plusDays } from '#shared/locale/date.ts';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Slot } from '../calendar.queries.ts';
import { daysApart } from '../days.ts';
import { lastDay, withDays, type Entry } from '../entries.ts';
import { usePull } from '../use-pull.ts';
import type { Column } from './columns.ts';
import { usePutAway } from './use-put-away.ts';

/** A bar on its way to other days. */
export interface BarGhost {
  entry: Entry;
  mode: 'move' | 'stretch';
  first: string;
  last: string;
  /** Taken up with keys, or by a finger that let go: it stays until it is set down. */
  stays?: 'keyed' | 'lifted';
}

interface Options {
  columns: readonly Column[];
  timeZone: string;
  onMove(entry: Entry, slot: Slot): void;
  /** Another day is turned to, where only one is shown. */
  onTurn?: ((by: 1 | -1) => void) | undefined;
}

interface Held {
  ghost: BarGhost;
  /** The day it was taken at. */
  day: string;
}

export type BarDrag = ReturnType<typeof useBarDrag>['drag'];

/** Moving what takes whole days to others, and stretching it over more of them. */
export function useBarDrag({ columns, timeZone, onMove, onTurn }: Options) {
  const row = useRef<HTMLDivElement>(null);
  const [ghost, setGhost] = useState<BarGhost | null>(null);
  const cancel = () => setGhost(null);
  const settle = ({ entry, first, last }: BarGhost) => {
    const slot = withDays(entry, { first, last }, timeZone);
    if (slot.startsAt !== entry.startsAt || slot.endsAt !== entry.endsAt) onMove(entry, slot);
  };
  const dayAt = (x: number): string => {
    const cells = [...(row.current?.querySelectorAll('[data-cell]') ?? [])];
    const found = cells.findIndex((cell) => x < cell.getBoundingClientRect().right);
    return columns.at(found)?.day ?? '';
  };

  const { press, hasPulled, handlers } = usePull<Held>({
    frame: row,
    onPull: (held, { x }) => setGhost(pulled(held, dayAt(x))),
    onDrop(held, { x }, how) {
      if (how === 'pulled') settle(pulled(held, dayAt(x)));
      setGhost(how === 'lifted' ? { ...held.ghost, stays: 'lifted' } : null);
    },
    onCancel: cancel,
    onSide: (side) => onTurn?.(side),
  });
  usePutAway(ghost?.stays === 'lifted', cancel);

  const begin = (event: PointerEvent<HTMLElement>, entry: Entry, mode: BarGhost['mode']) => {
    const taken = { entry, mode, first: entry.start.day, last: lastDay(entry) };
    press(event, { ghost: taken, day: dayAt(event.clientX) });
  };
  /** What a finger has lifted is pulled at once. */
  const beginLifted = (event: PointerEvent<HTMLElement>, mode: BarGhost['mode']) => {
    if (ghost) press(event, { ghost: { ...ghost, mode }, day: dayAt(event.clientX) }, true);
  };

  /** Space takes up and sets down, arrows move, with Shift they stretch, Escape leaves all as it was. */
  const onKey = (event: KeyboardEvent, entry: Entry) => {
    const isHeld = ghost?.stays === 'keyed' && ghost.entry.key === entry.key;
    if (event.key === ' ' && !isHeld) {
      event.preventDefault();
      const [first, last] = [entry.start.day, lastDay(entry)];
      setGhost({ entry, mode: 'move', first, last, stays: 'keyed' });
      return;
    }
    if (!isHeld) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      settle(ghost);
      setGhost(null);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setGhost(null);
    } else {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const next = shifted({ ...ghost, mode: event.shiftKey ? 'stretch' : 'move' }, by);
      // It does not leave the days that are shown.
      if (columns.some(({ day }) => next.first <= day && day <= next.last)) setGhost(next);
    }
  };

  return { row, handlers, drag: { ghost, begin, beginLifted, onKey, hasPulled } };
}

const pulled = ({ ghost, day }: Held, to: string): BarGhost =>
  to === '' || day === '' ? ghost : shifted(ghost, daysApart(day, to));

/** Stretched, it ends on the day it begins at the earliest. */
function shifted(ghost: BarGhost, by: number): BarGhost {
  const { first, last, mode } = ghost;
  const next = plusDays(last, by);
  if (mode === 'move') return { ...ghost, first: plusDays(first, by), last: next };
  return { ...ghost, last: next < first ? first : next };
}
