import type { CSSProperties } from 'react';
import type { CalendarItem } from '../calendar.queries.ts';
import { lastDay, type Entry } from '../entries.ts';
import { colourOf, titleOfItem } from '../kind-looks.ts';
import type { BarDrag } from './use-bar-drag.ts';
import classes from './grid.module.css';

interface Props {
  entry: Entry;
  item: CalendarItem;
  place: CSSProperties;
  lastShown: string;
  drag: BarDrag;
  onOpen(entry: Entry, box: DOMRect): void;
}

/** What takes whole days; it is taken to others, and drawn longer at its end. */
export function DayBar({ entry, item, place, lastShown, drag, onOpen }: Props) {
  return (
    <button
      type="button"
      className={classes.bar}
      data-colour={colourOf(item.kind)}
      data-held={drag.ghost?.entry.key === entry.key || undefined}
      style={place}
      aria-haspopup="dialog"
      onPointerDown={(event) => item.mayChange && drag.begin(event, entry, 'move')}
      onKeyDown={(event) => item.mayChange && drag.onKey(event, entry)}
      onClick={({ currentTarget, detail }) => {
        // With keys it is no end of a pull.
        if (detail === 0 || !drag.hasPulled()) onOpen(entry, currentTarget.getBoundingClientRect());
      }}
    >
      {titleOfItem(item)}
      {item.mayChange && lastDay(entry) <= lastShown && (
        <span
          className={classes.barHandle}
          aria-hidden
          onPointerDown={(event) => {
            event.stopPropagation();
            drag.begin(event, entry, 'stretch');
          }}
        />
      )}
    </button>
  );
}

/** Where it will be. */
export function MovedBar({ place, drag }: { place: CSSProperties; drag: BarDrag }) {
  const { ghost, beginLifted } = drag;
  const isLifted = ghost?.stays === 'lifted';
  return (
    <span
      className={classes.movedBar}
      data-lifted={isLifted || undefined}
      style={place}
      onPointerDown={(event) => beginLifted(event, 'move')}
    >
      <span className={classes.movedWords}>
        {ghost?.entry.item && titleOfItem(ghost.entry.item)}
      </span>
      {isLifted && (
        <span
          className={classes.grip}
          onPointerDown={(event) => {
            event.stopPropagation();
            beginLifted(event, 'stretch');
          }}
        />
      )}
    </span>
  );
}
