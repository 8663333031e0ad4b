import type { Announcements, KeyboardCoordinateGetter } from '@dnd-kit/core';
import type { useWords } from '#web/words/language.tsx';
import type { boardWords } from './board.words.ts';

type Words = ReturnType<typeof useWords<(typeof boardWords)['vi']>>;

/** What a screen reader hears while a card is moved. */
export function announcements(
  t: Words,
  titleOf: (id: string) => string,
  nameOf: (columnId: string | undefined) => string,
): Announcements {
  const title = (id: string | number) => titleOf(String(id));
  const name = (over: { id: string | number } | null) => nameOf(over ? String(over.id) : undefined);
  return {
    onDragStart: ({ active }) =>
      t('picked', {
        title: title(active.id),
        name: nameOf(String(active.data.current?.['column'])),
      }),
    onDragOver: ({ active, over }) =>
      over
        ? t('over', { title: title(active.id), name: name(over) })
        : t('overNothing', { title: title(active.id) }),
    onDragEnd: ({ active, over }) =>
      over
        ? t('dropped', { title: title(active.id), name: name(over) })
        : t('droppedNowhere', { title: title(active.id) }),
    onDragCancel: ({ active }) =>
      t('cancelled', {
        title: title(active.id),
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
