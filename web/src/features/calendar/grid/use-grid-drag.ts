import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Slot } from '../calendar.queries.ts';
import type { Entry } from '../entries.ts';
import { instantAt } from '../wall.ts';
import { isIn, type Column } from './columns.ts';

export interface Ghost {
  /** What is moved; a new one without. */
  entry: Entry | null;
  mode: 'draw' | 'move' | 'stretch';
  column: number;
  from: number;
  to: number;
  /** Moved with keys; stays until it is set down. */
  isKeyed: boolean;
}

interface Options {
  columns: readonly Column[];
  timeZone: string;
  onDraw(slot: Slot, column: Column, box: DOMRect): void;
  onMove(entry: Entry, slot: Slot): void;
}

const stepMinutes = 15;
const usualMinutes = 30;
const day = 1440;
/** Less than this is a press, not a pull. */
const slackPx = 4;
const edgePx = 32;

const snap = (minutes: number): number => Math.round(minutes / stepMinutes) * stepMinutes;
const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Drawing, moving and stretching on the hours, by pointer and by keys. */
export function useGridDrag({ columns, timeZone, onDraw, onMove }: Options) {
  const body = useRef<HTMLDivElement>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const held = useRef<{ ghost: Ghost; x: number; y: number; grab: number; pulled: boolean }>(null);
  const wasPulled = useRef(false);

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const boxes = [...(body.current?.querySelectorAll('[data-column]') ?? [])].map((each) =>
      each.getBoundingClientRect(),
    );
    const found = boxes.findIndex(({ right }) => clientX < right);
    const column = found < 0 ? boxes.length - 1 : found;
    const box = boxes[column];
    const minutes = box ? ((clientY - box.top) / box.height) * day : 0;
    return { column, minutes: within(minutes, 0, day) };
  };

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

  const settle = (done: Ghost, box?: DOMRect) => {
    const slot = slotOf(done);
    const column = columns[done.column];
    if (!slot || !column) return;
    if (done.entry) {
      if (slot.startsAt !== done.entry.startsAt || slot.endsAt !== done.entry.endsAt)
        onMove(done.entry, slot);
    } else onDraw(slot, column, box ?? new DOMRect());
  };

  const begin = (event: PointerEvent<HTMLElement>, entry: Entry | null, stretches: boolean) => {
    wasPulled.current = false;
    // A finger scrolls; it taps to make one, and moves in the form.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const { column, minutes } = placeOf(event);
    const from = entry
      ? startIn(entry, columns[column])
      : Math.floor(minutes / stepMinutes) * stepMinutes;
    const to = entry ? from + lengthOf(entry) : from + usualMinutes;
    held.current = {
      ghost: {
        entry,
        mode: entry ? (stretches ? 'stretch' : 'move') : 'draw',
        column,
        from,
        to,
        isKeyed: false,
      },
      x: event.clientX,
      y: event.clientY,
      grab: minutes - from,
      pulled: false,
    };
  };

  const pull = (event: PointerEvent<HTMLElement>) => {
    const hold = held.current;
    if (!hold) return;
    if (!hold.pulled && Math.hypot(event.clientX - hold.x, event.clientY - hold.y) < slackPx)
      return;
    // Not before: a press that is caught here would not reach what was pressed.
    if (!hold.pulled) body.current?.setPointerCapture(event.pointerId);
    hold.pulled = true;
    wasPulled.current = true;
    scrollAtEdge(body.current, event.clientY);
    const { column, minutes } = placeOf(event);
    const { ghost: start } = hold;
    if (start.mode === 'move') {
      const from = within(snap(minutes - hold.grab), 0, day - stepMinutes);
      setGhost({ ...start, column, from, to: from + (start.to - start.from) });
    } else {
      const to = within(snap(minutes), 0, day);
      // Drawn upwards, it begins where the pointer is.
      const isUp = start.mode === 'draw' && to < start.from;
      setGhost({
        ...start,
        from: isUp ? to : start.from,
        to: isUp ? start.from : Math.max(to, start.from + stepMinutes),
      });
    }
  };

  const end = (event: PointerEvent<HTMLElement>) => {
    const hold = held.current;
    held.current = null;
    if (!hold) return;
    const box = new DOMRect(event.clientX, event.clientY, 1, 1);
    if (hold.pulled && ghost) settle(ghost, box);
    else if (!hold.pulled && hold.ghost.mode === 'draw') settle(hold.ghost, box);
    setGhost(null);
  };

  const tap = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'touch') return;
    const { column, minutes } = placeOf(event);
    const from = Math.floor(minutes / usualMinutes) * usualMinutes;
    settle(
      { entry: null, mode: 'draw', column, from, to: from + usualMinutes, isKeyed: false },
      new DOMRect(event.clientX, event.clientY, 1, 1),
    );
  };

  /** Space takes up and sets down, arrows move, with Shift they stretch, Escape leaves all as it was. */
  const onKey = (event: KeyboardEvent, entry: Entry) => {
    const isHeld = ghost?.isKeyed === true && ghost.entry?.key === entry.key;
    if (event.key === ' ' && !isHeld) {
      event.preventDefault();
      const column = columns.findIndex((each) => each.day === entry.start.day && isIn(entry, each));
      if (column < 0) return;
      const from = entry.start.minutes;
      const to = from + lengthOf(entry);
      setGhost({ entry, mode: 'move', column, from, to, isKeyed: true });
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

  const cancel = () => {
    held.current = null;
    setGhost(null);
  };
  /** Whether what just ended was a pull, so that the press at its end is none. */
  const hasPulled = () => wasPulled.current;
  return { body, ghost, begin, pull, end, tap, cancel, onKey, hasPulled };
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

function scrollAtEdge(body: HTMLElement | null, y: number): void {
  const frame = body?.closest('[data-scrolls]');
  if (!frame) return;
  const { top, bottom } = frame.getBoundingClientRect();
  if (y < top + edgePx) frame.scrollBy(0, -8);
  else if (y > bottom - edgePx) frame.scrollBy(0, 8);
}
