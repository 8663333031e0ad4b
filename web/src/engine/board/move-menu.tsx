import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { RecordData } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import type { Column } from './board-columns.ts';
import { boardWords } from './board.words.ts';
import classes from './card.module.css';

export interface Moving {
  columns: readonly Column[];
  nameOf(column: Column): string;
  move(record: RecordData, to: Column): void;
}

interface Props {
  title: string;
  record: RecordData;
  column: Column;
  moving: Moving;
}

/** The same move without dragging. */
export function MoveMenu({ title, record, column, moving }: Props) {
  const t = useWords(boardWords);
  const name = t('moveTo', { title });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.move ?? ''}
          aria-label={name}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <IconArrowsExchange size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        <Menu.Label>{t('moveHere')}</Menu.Label>
        {moving.columns
          .filter(({ id }) => id !== column.id)
          .map((to) => (
            <Menu.Item key={to.id} onClick={() => moving.move(record, to)}>
              {moving.nameOf(to)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
