import { useLabel, useWords } from '#web/words/language.tsx';
import { calendarWords } from '../calendar.words.ts';
import { isOn, type Entry } from '../entries.ts';
import { colourOf, titleOfItem } from '../kind-looks.ts';
import { isIn, type Column } from './columns.ts';
import { layBars } from './lay-out.ts';
import classes from './grid.module.css';

interface Props {
  columns: readonly Column[];
  entries: readonly Entry[];
  /** The whole of a day is planned. */
  onDraw(column: Column, box: DOMRect): void;
  onOpen(entry: Entry, box: DOMRect): void;
}

/** Above the hours: what takes whole days, and what the days are called. */
export function AllDayRow({ columns, entries, onDraw, onOpen }: Props) {
  const t = useWords(calendarWords);
  const label = useLabel();
  const spans = entries
    .filter(({ wholeDay }) => wholeDay)
    .flatMap((what) => {
      const on = columns.flatMap((column, at) =>
        isIn(what, column) && isOn(what, column.day) ? [at] : [],
      );
      const [first] = on;
      return first === undefined ? [] : [{ what, first, last: on.at(-1) ?? first }];
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
  const lines = Math.max(1, ...bars.map(({ line }) => line + 1));
  return (
    <div className={classes.allDay} style={{ '--lines': lines } as React.CSSProperties}>
      <span className={classes.allDayWord}>{t('allDay')}</span>
      {columns.map(({ key }, at) => (
        <span
          key={key}
          className={classes.allDayCell}
          style={{ gridColumn: at + 2 }}
          onPointerUp={({ currentTarget }) => {
            const column = columns[at];
            if (column) onDraw(column, currentTarget.getBoundingClientRect());
          }}
        />
      ))}
      {bars.map(({ what, first, last, line }) => {
        const place = { gridColumn: `${first + 2} / ${last + 3}`, gridRow: line + 1 };
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
          <button
            key={what.key}
            type="button"
            className={classes.bar}
            data-colour={colourOf(what.item.kind)}
            style={place}
            onClick={({ currentTarget }) => onOpen(what, currentTarget.getBoundingClientRect())}
          >
            {titleOfItem(what.item)}
          </button>
        );
      })}
    </div>
  );
}
