import { useDroppable } from '@dnd-kit/core';
import { useWords } from '#web/words/language.tsx';
import { boardWords } from './board.words.ts';
import type { Column } from './board-columns.ts';
import classes from './board.module.css';

interface Props {
  column: Column;
  name: string;
  canDrop: boolean;
  onOpen(): void;
}

/** A column without cards: a strip that opens, and that cards can be dropped on all the same. */
export function FoldedColumn({ column, name, canDrop, onOpen }: Props) {
  const t = useWords(boardWords);
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: !canDrop });
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={`${classes.folded} ${isOver ? classes.over : ''}`}
      title={t('openColumn', { name })}
      onClick={onOpen}
    >
      <span className={classes.foldedName}>{name}</span>
      <span className={classes.foldedCount}>0</span>
    </button>
  );
}
