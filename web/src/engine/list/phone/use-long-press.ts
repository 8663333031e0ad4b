import { useMemo, useRef, type PointerEvent } from 'react';

const heldMs = 450;
const wobble = 10;

/** Holding a finger still; the tap that ends it is not one. */
export function useLongPress(onHeld: () => void) {
  const latest = useRef({ timer: 0, x: 0, y: 0, held: false });
  return useMemo(() => {
    const stop = () => window.clearTimeout(latest.current.timer);
    return {
      justHeld: () => {
        const { held } = latest.current;
        latest.current.held = false;
        return held;
      },
      on: {
        onPointerDown: (event: PointerEvent) => {
          if (event.pointerType === 'mouse') return;
          stop();
          const timer = window.setTimeout(() => {
            latest.current.held = true;
            onHeld();
          }, heldMs);
          latest.current = { timer, x: event.clientX, y: event.clientY, held: false };
        },
        onPointerMove: ({ clientX, clientY }: PointerEvent) => {
          const { x, y } = latest.current;
          if (Math.hypot(clientX - x, clientY - y) > wobble) stop();
        },
        onPointerUp: stop,
        onPointerCancel: stop,
        onContextMenu: (event: { preventDefault(): void }) => {
          if (latest.current.held) event.preventDefault();
        },
      },
    };
  }, [onHeld]);
}
