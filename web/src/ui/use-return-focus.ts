import { useEffect, useRef } from 'react';

/** What goes away at once, such as a dialog, gives the focus back to where it was opened from. */
export function useReturnFocus(): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      // After it has gone; whoever went on elsewhere meanwhile stays there.
      requestAnimationFrame(() => {
        const { current } = before;
        if (current instanceof HTMLElement && document.activeElement === document.body)
          current.focus({ preventScroll: true });
      });
    };
  }, []);
}
