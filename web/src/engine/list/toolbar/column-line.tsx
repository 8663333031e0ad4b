import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowNarrowDown, IconArrowNarrowUp, IconPin, IconPinned } from '@tabler/icons-react';
import { useState } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { columnName, type ColumnField } from '../column-field.ts';
import { toolbarWords } from './toolbar.words.ts';
import classes from './toolbar.module.css';

interface Props {
  column: ColumnField;
  at: number;
  isLast?: boolean;
  isShown: boolean;
  /** A table keeps one column at least. */
  canHide: boolean;
  isPinned?: boolean;
  onShow(): void;
  onMove(key: string, to: number): void;
  onPin?(pinned: boolean): void;
}

const icon = { size: 16, stroke: 1.7 };
const dragged = 'application/x-duyen-column';

/** A column to show or not, dragged to its place or moved by buttons. */
export function ColumnLine(props: Props) {
  const { column, at, isLast = false, isShown, canHide, isPinned = false, onMove, onPin } = props;
  const t = useWords(toolbarWords);
  const label = useLabel();
  const [isOver, setIsOver] = useState(false);
  const name = columnName(column, label);
  const Pin = isPinned ? IconPinned : IconPin;
  return (
    <div
      className={`${classes.line} ${isOver ? classes.over : ''}`}
      draggable={isShown}
      onDragStart={(event) => event.dataTransfer.setData(dragged, column.key)}
      onDragOver={(event) => {
        if (!isShown || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        onMove(event.dataTransfer.getData(dragged), at);
      }}
    >
      <Checkbox
        className={classes.name ?? ''}
        size="xs"
        label={name}
        checked={isShown}
        disabled={isShown && !canHide}
        onChange={props.onShow}
      />
      {isShown && (
        <>
          <ActionIcon
            aria-label={t('up', { name })}
            disabled={at === 0}
            onClick={() => onMove(column.key, at - 1)}
          >
            <IconArrowNarrowUp {...icon} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('down', { name })}
            disabled={isLast}
            onClick={() => onMove(column.key, at + 1)}
          >
            <IconArrowNarrowDown {...icon} />
          </ActionIcon>
          {onPin && (
            <ActionIcon
              aria-label={t(isPinned ? 'unpinColumn' : 'pinColumn', { name })}
              aria-pressed={isPinned}
              onClick={() => onPin(!isPinned)}
            >
              <Pin {...icon} />
            </ActionIcon>
          )}
        </>
      )}
    </div>
  );
}
