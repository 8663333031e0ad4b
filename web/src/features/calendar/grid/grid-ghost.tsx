import type { PointerEvent } from 'react';
import { titleOfItem } from '../kind-looks.ts';
import { clockOf } from '../wall.ts';
import type { Ghost } from './use-grid-drag.ts';
import classes from './grid.module.css';

interface Props {
  ghost: Ghost;
  onPress(event: PointerEvent<HTMLElement>, mode: 'move' | 'stretch'): void;
}

/** Where it will be, and till when; a finger that let go pulls it on, or longer by its grip. */
export function GridGhost({ ghost: { entry, from, to, stays }, onPress }: Props) {
  const isLifted = stays === 'lifted';
  return (
    <span
      className={classes.ghost}
      data-lifted={isLifted || undefined}
      style={{ top: from, height: to - from }}
      onPointerDown={(event) => onPress(event, 'move')}
    >
      {entry?.item && to - from >= 40 && (
        <b className={classes.ghostTitle}>{titleOfItem(entry.item)}</b>
      )}
      {clockOf(Math.max(0, from))} – {clockOf(to % 1440)}
      {isLifted && (
        <span
          className={classes.grip}
          onPointerDown={(event) => {
            event.stopPropagation();
            onPress(event, 'stretch');
          }}
        />
      )}
    </span>
  );
}
