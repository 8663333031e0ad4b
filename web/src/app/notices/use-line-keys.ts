import type { KeyboardEvent, RefObject } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Arrows, or j and k, walk from notice to notice; Enter is the link's own. */
export function useLineKeys(list: RefObject<HTMLElement | null>) {
  return (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])];
    const at = lines.findIndex(
      (line) => line.parentElement?.contains(document.activeElement) === true,
    );
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  };
}
