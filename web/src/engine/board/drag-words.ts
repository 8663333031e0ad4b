import type { Active, Announcements, KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { RecordData } from '#web/api/records.ts';
import type { useWords } from '#web/words/language.tsx';
import type { boardWords } from './board.words.ts';

type Words = ReturnType<typeof useWords<(typeof boardWords)['vi']>>;

/**
 * What a screen reader hears while a card is moved. A card that was picked up is at once over its own column: only
 * when it comes back there is that said, or nobody would hear that it was picked up.
 */
export function announcements(
  t: Words,
  titleOf: (record: RecordData) => string,
  nameOf: (columnId: string | undefined) => string,
  trip: { hasLeft: boolean },
): Announcements {
  // Put there by the card.
  const title = ({ data }: Active) => titleOf(data.current?.['record'] as RecordData);
  const name = (over: { id: string | number } | null) => nameOf(over ? String(over.id) : undefined);
  return {
    onDragStart: ({ active }) => {
      trip.hasLeft = false;
      return t('picked', {
        title: title(active),
        name: nameOf(String(active.data.current?.['column'])),
      });
    },
    onDragOver: ({ active, over }) => {
      trip.hasLeft ||= over?.id !== active.data.current?.['column'];
      if (!trip.hasLeft) return undefined;
      return over
        ? t('over', { title: title(active), name: name(over) })
        : t('overNothing', { title: title(active) });
    },
    onDragEnd: ({ active, over }) =>
      over
        ? t('dropped', { title: title(active), name: name(over) })
        : t('droppedNowhere', { title: title(active) }),
    onDragCancel: ({ active }) =>
      t('cancelled', {
        title: title(active),
        name: nameOf(String(active.data.current?.['column'])),
      }),
  };
}

/** Left and right go from column to column; up and down scroll nothing. */
export const fromColumnToColumn: KeyboardCoordinateGetter = (
  event,
  { context, currentCoordinates },
) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const rects = [...context.droppableRects.entries()].toSorted(([, a], [, b]) => a.left - b.left);
  const here = rects.findIndex(([id]) => id === context.over?.id);
  const [, target] = rects[here + step] ?? [];
  return target
    ? {
        x: target.left + 8,
        y: Math.max(target.top + 8, Math.min(currentCoordinates.y, target.bottom - 80)),
      }
    : undefined;
};
