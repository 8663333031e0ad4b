import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import { useCallback } from 'react';

/** With a card lifted, left and right go to the middle of the next column. */
export function useColumnKeys(): KeyboardCoordinateGetter {
  return useCallback<KeyboardCoordinateGetter>((event, { currentCoordinates, context }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (step === undefined) return undefined;
    event.preventDefault();
    const rects = [...context.droppableRects.values()].toSorted((a, b) => a.left - b.left);
    const overId = context.over?.id;
    const now = overId === undefined ? undefined : context.droppableRects.get(overId);
    const at = now ? rects.indexOf(now) : 0;
    const next = rects[Math.max(0, Math.min(rects.length - 1, at + step))];
    return next ? { x: next.left + 8, y: currentCoordinates.y } : undefined;
  }, []);
}
