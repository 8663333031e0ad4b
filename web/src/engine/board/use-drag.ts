import type { DragEndEvent, DragStartEvent } from '@dnd-kit/core';
import { useState } from 'react';
import type { ScreenField } from '#web/api/model.ts';
import type { RecordData } from '#web/api/records.ts';
import { columnId, type Column } from './board-columns.ts';

/** The card in the hand, and what happens when it is let go. */
export function useDrag(
  field: ScreenField,
  columns: readonly Column[],
  move: (record: RecordData, to: Column) => void,
) {
  const [dragged, setDragged] = useState<RecordData | null>(null);
  const from = dragged ? columnId(dragged[field.key]) : undefined;
  return {
    dragged,
    from,
    handlers: {
      onDragStart: ({ active }: DragStartEvent) =>
        // Put there by the card.
        setDragged((active.data.current?.['record'] as RecordData | undefined) ?? null),
      onDragEnd: ({ over }: DragEndEvent) => {
        const to = columns.find(({ id }) => id === over?.id);
        if (dragged && to && to.id !== from) move(dragged, to);
        setDragged(null);
      },
      onDragCancel: () => setDragged(null),
    },
  };
}
