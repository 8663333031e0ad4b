import { useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { ListControl } from './list-state.ts';

export interface ColumnShape {
  widths: Readonly<Record<string, number>>;
  pinned: readonly string[];
  resize(key: string, width: number): void;
  pin(key: string, pinned: boolean): void;
}

/** How wide the columns of a list are, and which stay in sight; the title does until somebody lets it go. */
export function useColumnShape(
  { title }: ScreenObject,
  { state, change }: ListControl,
): ColumnShape {
  const { widths = noWidths, pinned } = state;
  return useMemo(() => {
    const held = pinned ?? (title === null ? [] : [title]);
    return {
      widths,
      pinned: held,
      resize: (key, width) => change({ widths: { ...widths, [key]: width } }, { replace: true }),
      pin: (key, isPinned) => {
        const rest = held.filter((each) => each !== key);
        change({ pinned: isPinned ? [...rest, key] : rest }, { replace: true });
      },
    };
  }, [widths, pinned, title, change]);
}

const noWidths = {};
