import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Slot } from '../calendar.queries.ts';
import type { Entry } from '../entries.ts';
import { usePull, type Point } from '../use-pull.ts';
import { instantAt } from '../wall.ts';
import { isIn, type Column } from './columns.ts';
import { usePutAway } from './use-put-away.ts';

export interface Ghost {
  /** What is moved; a new one without. */
  entry: Entry | null;
  mode: 'draw' | 'move' | 'stretch';
  column: number;
  from: number;
  to: number;
  /** Taken up with keys, or by a finger that let go: it stays until it is set down. */
  stays?: 'keyed' | 'lifted';
}

interface Options {
  columns: readonly Column[];
  timeZone: string;
  onDraw(slot: Slot, column: Column, box: DOMRect): void;
  onMove(entry: Entry, slot: Slot): void;
  /** Another day is turned to, where only one is shown. */
  onTurn?: ((by: 1 | -1) => void) | undefined;
}

/** What was pressed, and how far below the end of it that follows. */
interface Held {
  ghost: Ghost;
  grab: number;
}

const stepMinutes = 15;
const usualMinutes = 30;
const day = 1440;

const snap = (minutes: number): number => Math.round(minutes / stepMinutes) * stepMinutes;
const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Drawing, moving and stretching on the hours, by mouse, by finger and by keys. */
export function useGridDrag({ columns, timeZone, onDraw, onMove, onTurn }: Options) {
  const body = useRef<HTMLDivElement>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const cancel = () => setGhost(null);

  const slotOf = ({ entry, mode, column, from, to }: Ghost): Slot | undefined => {
    const on = columns[column];
    if (!on) return undefined;
    const startsAt =
      mode === 'stretch' && entry ? entry.startsAt : instantAt(on.day, from, timeZone);
    return {
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + (to - from) * 60_000).toISOString(),
    };
  };
  const settle = (done: Ghost, at: Point = { x: 0, y: 0 }) => {
    const slot = slotOf(done);
    const column = columns[done.column];
    if (!slot || !column) return;
    if (!done.entry) onDraw(slot, column, new DOMRect(at.x, at.y, 1, 1));
    else if (slot.startsAt !== done.entry.startsAt || slot.endsAt !== done.entry.endsAt)
      onMove(done.entry, slot);
  };

  const { press, hasPulled, handlers } = usePull<Held>({
    frame: body,
    scrolls: true,
    onPull: (held, at) => setGhost(pulled(held, placeIn(body.current, at))),
    onDrop(held, at, how) {
      if (how === 'lifted' && held.ghost.entry) {
        // Pulled or stretched from where it is, without staying on it again.
        setGhost({ ...held.ghost, stays: 'lifted' });
        return;
      }
      if (how === 'pulled') settle(pulled(held, placeIn(body.current, at)), at);
      else if (!held.ghost.entry) settle(held.ghost, at);
      setGhost(null);
    },
    onCancel: cancel,
    onSide: (side) => ghost?.mode === 'move' && onTurn?.(side),
  });
  usePutAway(ghost?.stays === 'lifted', cancel);

  const begin = (event: PointerEvent<HTMLElement>, entry: Entry | null, stretches: boolean) => {
    // A press beside what was lifted puts it back, and makes no new one.
    if (!entry && ghost?.stays === 'lifted') return;
    const { column, minutes } = placeIn(body.current, { x: event.clientX, y: event.clientY });
    const step = event.pointerType === 'mouse' ? stepMinutes : usualMinutes;
    const from = entry ? startIn(entry, columns[column]) : Math.floor(minutes / step) * step;
    const to = entry ? from + lengthOf(entry) : from + usualMinutes;
    const mode = entry ? (stretches ? 'stretch' : 'move') : 'draw';
    const grab = { draw: 0, move: minutes - from, stretch: minutes - to }[mode];
    press(event, { ghost: { entry, mode, column, from, to }, grab });
  };
  /** What a finger has lifted is pulled at once. */
  const beginLifted = (event: PointerEvent<HTMLElement>, mode: 'move' | 'stretch') => {
    if (!ghost) return;
    const { minutes } = placeIn(body.current, { x: event.clientX, y: event.clientY });
    const grab = minutes - (mode === 'move' ? ghost.from : ghost.to);
    press(event, { ghost: { ...ghost, mode }, grab }, true);
  };

  /** Space takes up and sets down, arrows move, with Shift they stretch, Escape leaves all as it was. */
  const onKey = (event: KeyboardEvent, entry: Entry) => {
    const isHeld = ghost?.stays === 'keyed' && ghost.entry?.key === entry.key;
    if (event.key === ' ' && !isHeld) {
      event.preventDefault();
      const column = columns.findIndex((each) => each.day === entry.start.day && isIn(entry, each));
      if (column < 0) return;
      const from = entry.start.minutes;
      const to = from + lengthOf(entry);
      setGhost({ entry, mode: 'move', column, from, to, stays: 'keyed' });
      return;
    }
    if (!isHeld) return;
    const next = keyed(ghost, event, columns.length);
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      settle(ghost);
      setGhost(null);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setGhost(null);
    } else if (next) {
      event.preventDefault();
      setGhost(next);
    }
  };

  return { body, handlers, ghost, begin, beginLifted, onKey, hasPulled };
}

interface Place {
  column: number;
  minutes: number;
}

function placeIn(body: HTMLElement | null, { x, y }: Point): Place {
  const boxes = [...(body?.querySelectorAll('[data-column]') ?? [])].map((each) =>
    each.getBoundingClientRect(),
  );
  const found = boxes.findIndex(({ right }) => x < right);
  const column = found < 0 ? boxes.length - 1 : found;
  const box = boxes[column];
  const minutes = box ? ((y - box.top) / box.height) * day : 0;
  return { column, minutes: within(minutes, 0, day) };
}

function pulled({ ghost, grab }: Held, { column, minutes }: Place): Ghost {
  if (ghost.mode === 'move') {
    const from = within(snap(minutes - grab), 0, day - stepMinutes);
    return { ...ghost, column, from, to: from + (ghost.to - ghost.from) };
  }
  const to = within(snap(minutes - grab), 0, day);
  // Drawn upwards, it begins where the pointer is.
  const isUp = ghost.mode === 'draw' && to < ghost.from;
  return {
    ...ghost,
    from: isUp ? to : ghost.from,
    to: isUp ? ghost.from : Math.max(to, ghost.from + stepMinutes),
  };
}

const lengthOf = ({ startsAt, endsAt }: Entry): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** One that goes on from the day before begins before the column does. */
const startIn = (entry: Entry, column: Column | undefined): number =>
  column && entry.start.day < column.day ? entry.start.minutes - day : entry.start.minutes;

function keyed(ghost: Ghost, { key, shiftKey }: KeyboardEvent, columns: number): Ghost | undefined {
  const by = { ArrowUp: -stepMinutes, ArrowDown: stepMinutes }[key];
  if (by !== undefined && shiftKey)
    return { ...ghost, to: Math.max(ghost.to + by, ghost.from + stepMinutes) };
  if (by !== undefined) {
    const from = within(ghost.from + by, 0, day - stepMinutes);
    return { ...ghost, from, to: from + (ghost.to - ghost.from) };
  }
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (aside === undefined) return undefined;
  return { ...ghost, column: within(ghost.column + aside, 0, columns - 1) };
}
