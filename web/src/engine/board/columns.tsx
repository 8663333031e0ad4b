import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Note } from '#web/ui/note.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { inSentence } from '../list/in-sentence.ts';
import type { ListState } from '../list/list-params.ts';
import { rememberList } from '../record/record-neighbours.ts';
import { titleOf } from '../records/title.ts';
import { BoardColumn } from './board-column.tsx';
import type { Column } from './board-columns.ts';
import { askedFields, canMove, cardFields } from './board-fields.ts';
import { boardWords } from './board.words.ts';
import { CardFacts } from './card-facts.tsx';
import { CardName } from './card-name.tsx';
import { columnText } from './column-name.ts';
import { ColumnTabs } from './column-tabs.tsx';
import { announcements } from './drag-words.ts';
import { FoldedColumn } from './folded-column.tsx';
import { movedColumns } from './moves.ts';
import { useColumns } from './use-columns.ts';
import { useDrag } from './use-drag.ts';
import { useDragSensors } from './use-drag-sensors.ts';
import { useMoves } from './use-moves.tsx';
import cardClasses from './card.module.css';
import classes from './board.module.css';

interface Props {
  object: ScreenObject;
  state: ListState;
  field: ScreenField;
  sum: ScreenField | undefined;
  empty: ReactNode;
}

export function Columns({ object, state, field, sum, empty }: Props) {
  const t = useWords(boardWords);
  const label = useLabel();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const nameOf = useCallback(
    (column: Pick<Column, 'value'>) => columnText(field, column, language),
    [field, language],
  );
  const { moves, move } = useMoves(object, field, nameOf);
  const known = useColumns(object, state, field, sum);
  const columns = movedColumns(known.columns, moves, (record) => amountOf(record, sum));
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { dragged, from, handlers } = useDrag(field, columns, move);
  const sensors = useDragSensors();
  const [trip] = useState(() => ({ hasLeft: false }));
  const isMovable = canMove(object, field);
  const fields = useMemo(() => cardFields(object, field.key, sum?.key), [object, field, sum]);
  const asked = askedFields(object, field, fields);
  const byId = (id: string | undefined) => columns.find((column) => column.id === id);
  const titleIn = (record: RecordData | null) => (record ? titleOf(object, record, language) : '');
  const isFolded = ({ id, count }: Column) => count === 0 && !opened.includes(id);
  const filled = columns.filter((column) => !isFolded(column));
  const open = (record: RecordData, around: readonly RecordData[]) => {
    const ids = around.map(({ id }) => id);
    rememberList(object.path, { ids, search: window.location.search });
    void navigate({ to: '/$objects/$id', params: { objects: object.path, id: record.id } });
  };
  if (!known.isLoading && columns.every(({ count }) => count === 0)) return empty;
  const moving = isMovable ? { columns, nameOf, move } : undefined;
  return (
    <DndContext
      sensors={sensors}
      {...handlers}
      accessibility={{
        announcements: announcements(t, titleIn, (id) => nameOf(byId(id) ?? { value: null }), trip),
        screenReaderInstructions: { draggable: t('instructions') },
      }}
    >
      {!isMovable && (
        <div className={classes.note}>
          <Note tone="idle">{t('readOnly', { name: inSentence(label(field.label)) })}</Note>
        </div>
      )}
      <ColumnTabs columns={columns} nameOf={nameOf} />
      <div
        role="group"
        aria-label={t('board', { name: inSentence(label(field.label)) })}
        className={classes.columns}
        data-board
      >
        {columns.map((column) =>
          isFolded(column) ? (
            <FoldedColumn
              key={column.id}
              column={column}
              name={nameOf(column)}
              canDrop={isMovable}
              onOpen={() => setOpened([...opened, column.id])}
            />
          ) : (
            <BoardColumn
              key={column.id}
              {...{ object, state, field, sum, fields, asked, column, moves, moving }}
              dragged={from}
              onOpen={open}
            />
          ),
        )}
        {filled.length === 0 && known.isLoading && <div className={classes.column} />}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={`${cardClasses.card} ${cardClasses.lifted}`}>
            <span className={cardClasses.title}>
              <CardName name={titleIn(dragged)} />
            </span>
            <CardFacts record={dragged} fields={fields} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** What a card adds to the sum of its column; another currency is counted by the server alone. */
function amountOf(record: RecordData, sum: ScreenField | undefined): number {
  const value = sum && record[sum.key];
  const amount =
    typeof value === 'object' && value !== null && 'amount' in value ? value.amount : value;
  return Number(amount ?? 0) || 0;
}
