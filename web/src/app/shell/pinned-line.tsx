import { ActionIcon } from '@mantine/core';
import { IconPinnedOff } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useMayKeep } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { NavLink } from './nav-link.tsx';
import classes from './nav-bar.module.css';
import { shellWords } from './shell.words.ts';
import type { PinnedPlace } from './use-pinned-places.ts';

interface Props {
  place: PinnedPlace;
  /** Where what is dragged would land. */
  mark: 'above' | 'below' | undefined;
  isDragging: boolean;
  onUnpin(): void;
  onStep(step: 1 | -1): void;
  onDragStart(): void;
  onDragOver(): void;
  onDragEnd(isDropped: boolean): void;
}

/** Moved by the pointer, or by Alt and the arrow keys. */
export function PinnedLine(props: Props) {
  const { place, mark, isDragging, onUnpin, onStep, onDragStart, onDragOver, onDragEnd } = props;
  const t = useWords(shellWords);
  const mayKeep = useMayKeep();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!mayKeep || !event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    onStep(event.key === 'ArrowDown' ? 1 : -1);
  };
  const accept = (event: DragEvent) => {
    if (!isDragging) return;
    event.preventDefault();
    onDragOver();
  };
  return (
    // The link within is what is focused; this only listens for its keys and moves.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      draggable={mayKeep}
      className={classes.pinned}
      data-mark={mark}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDragStart();
      }}
      onDragOver={accept}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={({ dataTransfer }) => onDragEnd(dataTransfer.dropEffect !== 'none')}
    >
      <NavLink
        to={place.to}
        search={place.search}
        icon={place.icon}
        {...(mayKeep && { hint: t('moveHint') })}
        after={
          mayKeep && (
            <ActionIcon
              size="sm"
              className={classes.unpin ?? ''}
              aria-label={t('unpin', { name: place.name })}
              onClick={onUnpin}
            >
              <IconPinnedOff size={14} stroke={1.7} />
            </ActionIcon>
          )
        }
      >
        {place.name}
      </NavLink>
    </div>
  );
}
