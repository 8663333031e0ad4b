import {
  DndContext,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import classes from './sortable.module.css';

interface SortableProps {
  onDrop(dragged: string, onto: string): void;
  children: ReactNode;
}

const nothing = () => undefined;
const silent = {
  announcements: {
    onDragStart: nothing,
    onDragOver: nothing,
    onDragEnd: nothing,
    onDragCancel: nothing,
  },
  screenReaderInstructions: { draggable: '' },
};

/** Lines that are dragged by their handles; what moves by keys says so itself. */
export function Sortable({ onDrop, children }: SortableProps) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={silent}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) onDrop(String(active.id), String(over.id));
      }}
    >
      {children}
    </DndContext>
  );
}

interface LineProps {
  id: string;
  /** What is moved, for the handle. */
  name: string;
  onStep(step: 1 | -1): void;
  className?: string | undefined;
  as?: 'li' | 'div';
  children: ReactNode;
}

/** A line with its handle: dragged, or moved by the arrow keys. */
export function SortLine({
  id,
  name,
  onStep,
  className = '',
  as: Tag = 'li',
  children,
}: LineProps) {
  const t = useWords(objectsWords);
  const { setNodeRef: handleRef, listeners, isDragging, transform } = useDraggable({ id });
  const { setNodeRef: lineRef, isOver } = useDroppable({ id });
  const walk = (event: KeyboardEvent) => {
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key as 'ArrowDown' | 'ArrowUp'];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <Tag
      ref={lineRef}
      className={`${classes.line} ${className} ${isOver && !isDragging ? classes.over : ''} ${isDragging ? classes.dragged : ''}`}
      style={transform ? { transform: `translateY(${transform.y}px)` } : undefined}
    >
      <button
        ref={handleRef}
        type="button"
        className={classes.handle}
        aria-label={t('move', { name })}
        onKeyDown={walk}
        onPointerDown={(event) => listeners?.['onPointerDown']?.(event)}
      >
        <IconGripVertical size={16} stroke={1.7} aria-hidden />
      </button>
      {children}
    </Tag>
  );
}

/** Where a line is dropped that shall stand last, or in a list that is empty. */
export function DropEnd({ id, children }: { id: string; children: ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id });
  return (
    <div ref={setNodeRef} className={`${classes.end} ${isOver ? classes.over : ''}`}>
      {children}
    </div>
  );
}
