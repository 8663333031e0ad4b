import { plusDays } from '#shared/locale/date.ts';
import { useEffect, useRef } from 'react';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { calendarWords } from '../calendar.words.ts';
import type { Slot } from '../calendar.queries.ts';
import type { Entry } from '../entries.ts';
import { sayDay } from '../say-day.ts';
import { clockOf, instantAt, wallOf } from '../wall.ts';
import { useNow } from '../use-now.ts';
import { AllDayRow } from './all-day-row.tsx';
import { isIn, type Column } from './columns.ts';
import { EventBlock } from './event-block.tsx';
import { GridGhost } from './grid-ghost.tsx';
import { GridHead } from './grid-head.tsx';
import { layOut, segmentsOf } from './lay-out.ts';
import { useGridDrag } from './use-grid-drag.ts';
import classes from './grid.module.css';

interface Props {
  columns: readonly Column[];
  entries: readonly Entry[];
  /** Whose it is stands at each, where there are several. */
  isShared: boolean;
  /** What is being made stands where it will be. */
  drawn: Slot | null;
  openedKey: string | undefined;
  onDraw(slot: Slot, column: Column, box: DOMRect): void;
  onMove(entry: Entry, slot: Slot): void;
  onOpen(entry: Entry, box: DOMRect): void;
  onDay(day: string): void;
  /** Another day is turned to, where only one is shown. */
  onTurn?: ((by: 1 | -1) => void) | undefined;
}

const hours = Array.from({ length: 23 }, (_, i) => i + 1);
const usualBegin = 8 * 60;

/** Days, or people, beside each other, with the hours from top to bottom; a minute is a dot. */
export function TimeGrid({ columns, entries, isShared, drawn, openedKey, ...on }: Props) {
  const t = useWords(calendarWords);
  const { timeZone, language } = useLanguage();
  const now = wallOf(useNow().toISOString(), timeZone);
  const scrolls = useRef<HTMLDivElement>(null);
  const { body, handlers, ghost, begin, beginLifted, onKey, hasPulled } = useGridDrag({
    columns,
    timeZone,
    onDraw: on.onDraw,
    onMove: on.onMove,
    onTurn: on.onTurn,
  });
  const begins = Math.min(
    usualBegin,
    ...columns.filter(({ off }) => !off).map((each) => each.begins),
  );
  useEffect(() => {
    // An hour before work begins.
    if (scrolls.current) scrolls.current.scrollTop = begins - 60;
  }, [begins]);
  const drawnWall = drawn && {
    start: wallOf(drawn.startsAt, timeZone),
    end: wallOf(drawn.endsAt, timeZone),
  };
  const template = {
    '--columns': columns
      .map(({ rests }) => (rests && columns.length === 7 ? '.62fr' : '1fr'))
      .join(' '),
  };
  return (
    <div className={classes.grid} style={template as React.CSSProperties}>
      <div className={classes.scroll} ref={scrolls} data-scrolls>
        <div className={classes.top}>
          <GridHead columns={columns} today={now.day} onDay={on.onDay} />
          <AllDayRow
            columns={columns}
            entries={entries}
            onDraw={(column, box) => on.onDraw(wholeDay(column.day, timeZone), column, box)}
            onMove={on.onMove}
            onOpen={on.onOpen}
            onTurn={on.onTurn}
          />
        </div>
        <div className={classes.hours}>
          <div className={classes.axis} aria-hidden>
            {hours.map((hour) => (
              <span key={hour} className={classes.hour} style={{ top: hour * 60 }}>
                {clockOf(hour * 60)}
              </span>
            ))}
          </div>
          <div className={classes.body} ref={body} {...handlers}>
            {columns.map((column, at) => (
              <div
                key={column.key}
                data-column
                role="group"
                aria-label={column.person?.name ?? sayDay(column.day, language)}
                className={classes.column}
                onPointerDown={(event) =>
                  event.target === event.currentTarget && begin(event, null, false)
                }
              >
                <span className={classes.off} style={{ top: 0, height: column.begins }} />
                <span className={classes.off} style={{ top: column.ends, bottom: 0 }} />
                {layOut(
                  segmentsOf(
                    entries.filter((each) => isIn(each, column)),
                    column.day,
                  ),
                ).map((placed) => (
                  <EventBlock
                    key={placed.entry.key}
                    placed={placed}
                    isShared={isShared && column.person === undefined}
                    isOpen={openedKey === placed.entry.key}
                    isHeld={ghost?.entry?.key === placed.entry.key}
                    onPress={(event, stretches) => begin(event, placed.entry, stretches)}
                    onKeyDown={(event) => onKey(event, placed.entry)}
                    onOpen={(box, isKeyed) => {
                      if (isKeyed || !hasPulled()) on.onOpen(placed.entry, box);
                    }}
                  />
                ))}
                {ghost?.column === at && <GridGhost ghost={ghost} onPress={beginLifted} />}
                {drawnWall?.start.day === column.day &&
                  !ghost &&
                  (column.person === undefined || at === 0) && (
                    <span
                      className={classes.ghost}
                      style={{
                        top: drawnWall.start.minutes,
                        height: Math.max(
                          15,
                          (drawnWall.end.day > column.day ? 1440 : drawnWall.end.minutes) -
                            drawnWall.start.minutes,
                        ),
                      }}
                    />
                  )}
                {column.day === now.day && (
                  <span className={classes.now} style={{ top: now.minutes }} />
                )}
              </div>
            ))}
          </div>
        </div>
      </div>
      <p className="unseen" role="status">
        {ghost?.stays === 'keyed' &&
          t('held', {
            day: sayDay(columns[ghost.column]?.day ?? '', language),
            from: clockOf(ghost.from),
            to: clockOf(ghost.to % 1440),
          })}
      </p>
    </div>
  );
}

/** From midnight to midnight. */
const wholeDay = (day: string, timeZone: string): Slot => ({
  startsAt: instantAt(day, 0, timeZone),
  endsAt: instantAt(plusDays(day, 1), 0, timeZone),
  allDay: true,
});
