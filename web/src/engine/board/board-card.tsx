import { useDraggable } from '@dnd-kit/core';
import { Link } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { titleOf } from '../records/title.ts';
import { CardFacts } from './card-facts.tsx';
import { CardName } from './card-name.tsx';
import type { CardFields } from './board-fields.ts';
import type { Column } from './board-columns.ts';
import { boardWords } from './board.words.ts';
import { MoveMenu, type Moving } from './move-menu.tsx';
import classes from './card.module.css';

interface Props {
  object: ScreenObject;
  record: RecordData;
  fields: CardFields;
  column: Column;
  /** Absent where the person may not move cards. */
  moving: Moving | undefined;
  onOpen(record: RecordData): void;
}

/** A card: dragged by any part of it, moved with the keyboard from its title, or by its menu. */
export function BoardCard({ object, record, fields, column, moving, onOpen }: Props) {
  const t = useWords(boardWords);
  const { language } = useLanguage();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: record.id,
    data: { column: column.id, record },
    disabled: !moving,
  });
  const title = titleOf(object, record, language);
  return (
    <li
      ref={setNodeRef}
      className={`${classes.card} ${isDragging ? classes.left : ''} ${moving ? classes.movable : ''}`}
      {...(moving && listeners)}
    >
      <Link
        ref={setActivatorNodeRef}
        className={classes.title ?? ''}
        to="/$objects/$id"
        params={{ objects: object.path, id: record.id }}
        draggable={false}
        onClick={() => onOpen(record)}
        {...(moving && {
          'aria-describedby': attributes['aria-describedby'],
          'aria-roledescription': t('draggable'),
        })}
      >
        <CardName name={title} />
      </Link>
      <CardFacts record={record} fields={fields} />
      {moving && <MoveMenu title={title} record={record} column={column} moving={moving} />}
    </li>
  );
}
