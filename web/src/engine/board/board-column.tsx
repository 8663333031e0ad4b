import { Button } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { inSentence } from '../list/in-sentence.ts';
import type { ListState } from '../list/list-params.ts';
import { BoardCard } from './board-card.tsx';
import type { Column } from './board-columns.ts';
import type { CardFields } from './board-fields.ts';
import { boardWords } from './board.words.ts';
import { ColumnHead } from './column-head.tsx';
import { columnText } from './column-name.ts';
import { cardsIn, type Move } from './moves.ts';
import type { Moving } from './move-menu.tsx';
import { useCards } from './use-cards.ts';
import classes from './board.module.css';

export interface ColumnProps {
  object: ScreenObject;
  state: ListState;
  field: ScreenField;
  sum: ScreenField | undefined;
  fields: CardFields;
  asked: readonly string[];
  column: Column;
  moves: readonly Move[];
  moving: Moving | undefined;
  /** From which column a card is being dragged, if one is. */
  dragged: string | undefined;
  onOpen(record: RecordData, around: readonly RecordData[]): void;
}

export function BoardColumn(props: ColumnProps) {
  const { object, state, field, sum, fields, asked, column, moves, moving, dragged, onOpen } =
    props;
  const t = useWords(boardWords);
  const label = useLabel();
  const { language } = useLanguage();
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: !moving });
  const cards = useCards(object, state, { field, fields: asked }, column, true);
  const shown = cardsIn(column.id, cards.loaded, moves);
  const name = columnText(field, column, language);
  const isTarget = isOver && dragged !== column.id;
  return (
    <section
      ref={setNodeRef}
      aria-label={name}
      data-column={column.id}
      className={`${classes.column} ${isTarget ? classes.over : ''}`}
    >
      <ColumnHead object={object} field={field} sum={sum} column={column} isOver={isTarget} />
      <div
        className={classes.scroll}
        onScroll={({ currentTarget: box }) => {
          if (cards.hasMore && box.scrollHeight - box.scrollTop - box.clientHeight < 400)
            cards.more();
        }}
      >
        {isTarget && <p className={classes.drop}>{t('dropHere', { name })}</p>}
        <ul className={classes.cards}>
          {shown.map((record) => (
            <BoardCard
              key={record.id}
              object={object}
              record={record}
              fields={fields}
              column={column}
              moving={moving}
              onOpen={() => onOpen(record, shown)}
            />
          ))}
        </ul>
        {cards.isLoading && <Bones count={Math.min(column.count, 4)} />}
        {cards.error && (
          <p className={classes.failed} role="alert">
            {t('failed')}{' '}
            <Button variant="transparent" size="compact-sm" onClick={cards.again}>
              {t('again')}
            </Button>
          </p>
        )}
        {cards.hasMore && (
          <Button variant="subtle" color="gray" fullWidth onClick={cards.more}>
            {t('more', { count: Math.max(column.count - cards.loaded.length, 1) })}
          </Button>
        )}
        {shown.length === 0 && column.count === 0 && !isTarget && (
          <p className={classes.none}>{t('empty', { name: inSentence(label(object.label)) })}</p>
        )}
      </div>
    </section>
  );
}

const Bones = ({ count }: { count: number }) => (
  <div aria-hidden>
    {Array.from({ length: count }, (_, i) => (
      <div key={i} className={classes.bone} />
    ))}
  </div>
);
