import {
  DndContext,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { PlannedColumn } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import classes from './free-fields.module.css';
import type { Target } from './targets.ts';

interface Props {
  children: ReactNode;
  onDrop: (column: PlannedColumn, target: Target) => void;
}

/** Fields dragged onto columns, by pointer, finger or arrow keys. */
export function ColumnDrag({ children, onDrop }: Props) {
  const t = useWords(transferWords);
  const [name, setName] = useState<string>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextColumn }),
  );
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('dragField', { field: nameOf(active.data.current) }),
    onDragOver: ({ over }) => columnOf(over?.data.current)?.name,
    onDragEnd: ({ active, over }) =>
      over
        ? t('dropped', {
            field: nameOf(active.data.current),
            column: columnOf(over.data.current)?.name ?? '',
          })
        : '',
    onDragCancel: () => '',
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements, screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => setName(nameOf(active.data.current))}
      onDragCancel={() => setName(undefined)}
      onDragEnd={({ active, over }) => {
        setName(undefined);
        const column = columnOf(over?.data.current);
        const target = targetOf(active.data.current);
        if (column && target) onDrop(column, target);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {name !== undefined && <div className={classes.ghost}>{name}</div>}
      </DragOverlay>
    </DndContext>
  );
}

type Data = Record<string, unknown> | undefined;
// What FreeField and ColumnRow put there.
const nameOf = (data: Data): string => (typeof data?.['name'] === 'string' ? data['name'] : '');
const targetOf = (data: Data) => data?.['target'] as Target | undefined;
const columnOf = (data: Data) => data?.['column'] as PlannedColumn | undefined;

/** Up and down go from column to column. */
const nextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === KeyboardCode.Down ? 1 : event.code === KeyboardCode.Up ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const rows = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id);
      return rect ? [{ id, rect }] : [];
    })
    .toSorted((a, b) => a.rect.top - b.rect.top);
  const now = rows.findIndex(({ id }) => id === context.over?.id);
  const next = rows[Math.max(0, Math.min(rows.length - 1, now + step))];
  return next ? { x: next.rect.left + 8, y: next.rect.top + 8 } : currentCoordinates;
};
