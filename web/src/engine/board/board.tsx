import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { useState } from 'react';
import { isProblem } from '#web/api/problem.ts';
import type { ScreenField, ScreenObject } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { Empty } from '#web/ui/empty.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { ListState } from '../list/list-params.ts';
import { useSave } from '../records/save.ts';
import { titleOf } from '../records/title.ts';
import { columnField, columnsOf, type Column } from './board-columns.ts';
import { BoardColumn } from './board-column.tsx';
import { BoardTools } from './board-tools.tsx';
import { boardWords } from './board.words.ts';
import classes from './board.module.css';
import { CardBody } from './card.tsx';
import { useColumnKeys } from './use-column-keys.ts';

interface Props {
  object: ScreenObject;
  state: ListState;
  onChange(patch: Partial<ListState>): void;
}

/** The records of the filter in columns of one field; a card is moved by dragging it or by keys. */
export function Board({ object, state, onChange }: Props) {
  const t = useWords(boardWords);
  const field = columnField(object, state.by);
  if (!field) return <Empty title={t('noField')} text={t('noFieldText')} />;
  return (
    <div className={classes.board}>
      <BoardTools object={object} field={field} sum={state.sum} onChange={onChange} />
      <Columns object={object} state={state} field={field} />
    </div>
  );
}

function Columns({ object, state, field }: Omit<Props, 'onChange'> & { field: ScreenField }) {
  const t = useWords(boardWords);
  const label = useLabel();
  const { language } = useLanguage();
  const { update } = useSave(object);
  const [lifted, setLifted] = useState<RecordData | null>(null);
  // What was dropped stands in its new column at once, whatever the lists still say.
  const [moves, setMoves] = useState<ReadonlyMap<string, { record: RecordData; to: string }>>(
    new Map(),
  );
  const columns = columnsOf(field);
  const coordinateGetter = useColumnKeys();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter }),
  );
  const nameOf = (column: Column | undefined) => (column?.label ? label(column.label) : t('none'));
  const columnAt = (id: unknown) => columns.find((each) => each.id === id);
  const title = (record: RecordData) => titleOf(object, record, language);

  const move = async (record: RecordData, from: string | null, column: Column) => {
    setMoves((before) => new Map(before).set(record.id, { record, to: column.id }));
    try {
      const saved = await update(record.id, record.version, { [field.key]: column.value });
      notify({
        tone: 'ok',
        text: t('moved', { title: title(record), column: nameOf(column) }),
        action: {
          label: t('undo'),
          run: () => void update(saved.id, saved.version, { [field.key]: from }),
        },
      });
    } catch (error) {
      if (!isProblem(error)) throw error;
      const why = error.errors[0]?.message ?? error.message;
      notify({ tone: 'bad', text: t('failed', { title: title(record), why }) });
    } finally {
      setMoves((before) => new Map([...before].filter(([id]) => id !== record.id)));
    }
  };
  const onDragEnd = ({ over }: DragEndEvent) => {
    const record = lifted;
    setLifted(null);
    const column = columnAt(over?.id);
    if (!record || !column) return;
    const from: unknown = record[field.key] ?? null;
    if (from !== column.value) void move(record, typeof from === 'string' ? from : null, column);
  };
  const said = (id: unknown, column: unknown) => ({
    title: lifted ? title(lifted) : String(id),
    column: nameOf(columnAt(column)),
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('lifted', { title: said(active.id, '').title }),
    onDragOver: ({ active, over }) => (over ? t('over', said(active.id, over.id)) : undefined),
    onDragEnd: ({ active, over }) => (over ? t('dropped', said(active.id, over.id)) : undefined),
    onDragCancel: ({ active }) => t('cancelled', { title: said(active.id, '').title }),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t('hint') },
      }}
      onDragStart={({ active }) => {
        // Given to the card by ourselves.
        setLifted((active.data.current?.['record'] as RecordData | undefined) ?? null);
      }}
      onDragEnd={onDragEnd}
      onDragCancel={() => setLifted(null)}
    >
      <div className={classes.columns}>
        {columns.map((column) => (
          <BoardColumn
            key={column.id}
            object={object}
            field={field}
            column={column}
            name={nameOf(column)}
            state={state}
            moves={moves}
            canMove={field.writable && object.rights.update !== 'none'}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className={`${classes.card} ${classes.lifted}`}>
            <CardBody object={object} record={lifted} without={field.key} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
