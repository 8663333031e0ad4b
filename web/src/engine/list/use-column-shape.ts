import { useCallback, useMemo, useState } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useMe } from '../model.ts';
import type { SavedView } from './views/saved-view.ts';

interface Kept {
  widths: Readonly<Record<string, number>>;
  pinned: readonly string[];
}

export interface ColumnShape extends Kept {
  resize(key: string, width: number): void;
  pin(key: string, pinned: boolean): void;
}

/** Widths and pins of an object's columns: of this person in this browser, over what the view says. */
export function useColumnShape(object: ScreenObject, view: SavedView | undefined): ColumnShape {
  const { id } = useMe();
  const name = `duyen.columns.${id}.${object.key}`;
  const [kept, setKept] = useState(() => ({ name, shape: read(name) }));
  if (kept.name !== name) setKept({ name, shape: read(name) });
  const own = kept.name === name ? kept.shape : undefined;
  const change = useCallback(
    (next: (before: Partial<Kept>) => Partial<Kept>) => {
      setKept((before) => {
        const shape = next(before.shape);
        localStorage.setItem(name, JSON.stringify(shape));
        return { name, shape };
      });
    },
    [name],
  );
  const ofView = view?.definition.widths;
  const { title } = object;
  return useMemo(
    () => ({
      widths: { ...ofView, ...own?.widths },
      pinned: own?.pinned ?? (title === null ? [] : [title]),
      resize: (key, width) =>
        change((before) => ({ ...before, widths: { ...before.widths, [key]: width } })),
      pin: (key, pinned) =>
        change((before) => {
          const rest = (before.pinned ?? [title ?? '']).filter((each) => each !== key);
          return { ...before, pinned: pinned ? [...rest, key] : rest };
        }),
    }),
    [ofView, own, title, change],
  );
}

function read(name: string): Partial<Kept> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
    // Written by `change` only.
    return typeof value === 'object' && value !== null ? (value as Partial<Kept>) : {};
  } catch {
    return {};
  }
}
