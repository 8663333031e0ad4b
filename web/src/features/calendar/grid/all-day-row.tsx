import { useRef } from 'react';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { Slot } from '../calendar.queries.ts';
import { calendarWords } from '../calendar.words.ts';
import { lastDay, type Entry } from '../entries.ts';
import { sayDay } from '../say-day.ts';
import { isIn, type Column } from './columns.ts';
import { DayBar, MovedBar } from './day-bar.tsx';
import { layBars } from './lay-out.ts';
import { useBarDrag } from './use-bar-drag.ts';
import classes from './grid.module.css';

interface Props {
  columns: readonly Column[];
  entries: readonly Entry[];
  /** The whole of a day is planned. */
  onDraw(column: Column, box: DOMRect): void;
  onMove(entry: Entry, slot: Slot): void;
  onOpen(entry: Entry, box: DOMRect): void;
  onTurn?: ((by: 1 | -1) => void) | undefined;
}

/** Above the hours: what takes whole days, and what the days are called. */
export function AllDayRow({ columns, entries, onDraw, onMove, onOpen, onTurn }: Props) {
  const t = useWords(calendarWords);
  const label = useLabel();
  const { language, timeZone } = useLanguage();
  const { row, handlers, drag } = useBarDrag({ columns, timeZone, onMove, onTurn });
  const { ghost } = drag;
  /** A press beside what was lifted plans nothing. */
  const putsBack = useRef(false);
  const spans = entries
    .filter(({ wholeDay }) => wholeDay)
    .flatMap((what) => {
      const span = spanOf(columns, what, what.start.day, lastDay(what));
      return span ? [{ what, ...span }] : [];
    });
  const names = columns.flatMap(({ named, person }, at) =>
    person && at > 0
      ? []
      : (named?.names ?? []).map((name) => ({
          what: { name: label(name.label), off: named?.off === true },
          first: at,
          last: person ? columns.length - 1 : at,
        })),
  );
  const bars = layBars<Entry | { name: string; off: boolean }>([...spans, ...names]);
  const lastShown = columns.at(-1)?.day ?? '';
  const moved = ghost && spanOf(columns, ghost.entry, ghost.first, ghost.last);
  const movedLine =
    bars.find(({ what }) => 'key' in what && what.key === ghost?.entry.key)?.line ?? 0;
  const lines = Math.max(1, ...bars.map(({ line }) => line + 1));
  return (
    <div
      ref={row}
      className={classes.allDay}
      style={{ '--lines': lines } as React.CSSProperties}
      {...handlers}
    >
      <span className={classes.allDayWord}>{t('allDay')}</span>
      {columns.map(({ key }, at) => (
        <span
          key={key}
          data-cell
          className={classes.allDayCell}
          style={{ gridColumn: at + 2 }}
          onPointerDown={() => {
            putsBack.current = ghost !== null;
          }}
          onPointerUp={({ currentTarget }) => {
            const column = columns[at];
            if (column && !putsBack.current) onDraw(column, currentTarget.getBoundingClientRect());
          }}
        />
      ))}
      {bars.map(({ what, first, last, line }) => {
        const place = placeOf({ first, last, line });
        if ('name' in what)
          return (
            <span
              key={`${what.name} ${first}`}
              className={classes.named}
              data-off={what.off || undefined}
              style={place}
            >
              {what.name}
            </span>
          );
        if (!what.item)
          return (
            <span key={what.key} className={classes.busyBar} style={place}>
              {t('busy')}
            </span>
          );
        return (
          <DayBar
            key={what.key}
            entry={what}
            item={what.item}
            place={place}
            lastShown={lastShown}
            drag={drag}
            onOpen={onOpen}
          />
        );
      })}
      {ghost && moved && <MovedBar place={placeOf({ ...moved, line: movedLine })} drag={drag} />}
      <p className="unseen" role="status">
        {ghost?.stays === 'keyed' &&
          t('heldDays', { from: sayDay(ghost.first, language), to: sayDay(ghost.last, language) })}
      </p>
    </div>
  );
}

const placeOf = ({ first, last, line }: { first: number; last: number; line: number }) => ({
  gridColumn: `${first + 2} / ${last + 3}`,
  gridRow: line + 1,
});

/** From which to which of the columns something is that takes these days. */
function spanOf(columns: readonly Column[], what: Entry, from: string, to: string) {
  const on = columns.flatMap((column, at) =>
    isIn(what, column) && from <= column.day && column.day <= to ? [at] : [],
  );
  const [first] = on;
  return first === undefined ? undefined : { first, last: on.at(-1) ?? first };
}
