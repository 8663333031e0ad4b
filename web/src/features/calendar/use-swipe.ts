import { useRef, type TouchEvent } from 'react';

const leastPx = 60;

/** A finger drawn aside: to the next with the left, to the one before with the right. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const begun = useRef<{ x: number; y: number }>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const first = touches.item(0);
      begun.current = touches.length === 1 ? { x: first.clientX, y: first.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const last = changedTouches.item(0);
      const from = begun.current;
      begun.current = null;
      if (!from || !last) return;
      const [x, y] = [last.clientX - from.x, last.clientY - from.y];
      if (Math.abs(x) > leastPx && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1);
    },
  };
}
