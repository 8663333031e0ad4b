import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { hasOwnPage } from '#web/engine/object-pages.ts';
import { shapeOf } from '#web/engine/records/record-shapes.ts';
import { glyphOf } from '#web/engine/records/record-glyphs.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { Keys } from '#web/ui/keys.tsx';
import { capsOf } from '../show-keys.ts';
import { findMarks } from './find-marks.ts';
import type { Option } from './option.ts';
import classes from './palette.module.css';

interface Props {
  option: Option;
  q: string;
  isChosen: boolean;
  onChoose(): void;
  /** The pointer moved onto it. */
  onPoint(): void;
}

/** One line: what it is, what was searched for marked, what tells it apart, its keys. */
export function PaletteOption({ option, q, isChosen, onChoose, onPoint }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const { key, label, about, keys, found, icon: Glyph = IconChevronRight } = option;
  useEffect(() => {
    if (!isChosen) return;
    // What stands under one heading is seen together, as far as there is room.
    line.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // The box keeps the focus and moves the choice; the pointer needs no keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={line}
      id={idOf(key)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={classes.row}
      onClick={onChoose}
      onPointerMove={onPoint}
    >
      {found?.object.reach === 'owned' && !hasOwnPage(found.object.key) ? (
        <Avatar
          name={label}
          kind={shapeOf(found.object, found.record)}
          glyph={glyphOf(found.object.key, found.record)}
        />
      ) : (
        <Glyph size={20} stroke={1.5} aria-hidden className={classes.icon ?? ''} />
      )}
      <span className={classes.label}>
        {findMarks(label, q).map(({ text, isFound }, place) => {
          const Part = isFound ? 'mark' : 'span';
          return (
            // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
            <Part key={place} className={isFound ? (classes.mark ?? '') : undefined}>
              {text}
            </Part>
          );
        })}
      </span>
      {about !== undefined && about !== '' && <span className={classes.about}>{about}</span>}
      {keys !== undefined && <Keys caps={capsOf(keys)} />}
      {keys === undefined && isChosen && <Keys caps={['Enter']} />}
    </div>
  );
}

export const idOf = (key: string): string => `palette-${key.replaceAll(' ', '-')}`;
