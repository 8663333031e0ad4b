import { useEffect, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import { boardWords } from './board.words.ts';
import type { Column } from './board-columns.ts';
import classes from './board.module.css';

interface Props {
  columns: readonly Column[];
  nameOf(column: Column): string;
}

/** On phones one column is seen at a time: its name among the others, which are a swipe or a tap away. */
export function ColumnTabs({ columns, nameOf }: Props) {
  const t = useWords(boardWords);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const filled = columns.filter(({ count }) => count > 0);
  const ids = filled.map(({ id }) => id).join();
  useEffect(() => {
    const board = document.querySelector('[data-board]');
    if (!board) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting);
        const id = seen?.target.getAttribute('data-column');
        if (id) setShown(id);
      },
      { root: board, threshold: 0.6 },
    );
    for (const column of board.querySelectorAll('[data-column]')) watcher.observe(column);
    return () => watcher.disconnect();
  }, [ids]);
  return (
    <nav aria-label={t('columns')} className={classes.tabs}>
      {filled.map((column) => (
        <button
          key={column.id}
          type="button"
          className={classes.tab}
          aria-current={column.id === shown ? 'true' : undefined}
          onClick={() =>
            document
              .querySelector(`[data-column="${CSS.escape(column.id)}"]`)
              ?.scrollIntoView({ inline: 'start', block: 'nearest' })
          }
        >
          {nameOf(column)} <span className={classes.tabCount}>{column.count}</span>
        </button>
      ))}
    </nav>
  );
}
