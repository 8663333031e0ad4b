import { useCallback, useState } from 'react';
import { onDevice } from '#web/api/kept.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useMe } from '../model.ts';

export interface Shape {
  widths?: Readonly<Record<string, number>>;
  pinned?: readonly string[];
}

/** Widths and pins of an object's columns where no saved view says them: of this person in this browser. */
export function useKeptShape(object: ScreenObject): { shape: Shape; keep(some: Shape): void } {
  const { id } = useMe();
  const name = `duyen.columns.${id}.${object.key}`;
  const [kept, setKept] = useState(() => ({ name, shape: read(name) }));
  if (kept.name !== name) setKept({ name, shape: read(name) });
  const keep = useCallback(
    (some: Shape) => {
      const shape = { ...read(name), ...some };
      onDevice.keep(name, shape);
      setKept({ name, shape });
    },
    [name],
  );
  return { shape: kept.name === name ? kept.shape : nothing, keep };
}

const nothing: Shape = {};

function read(name: string): Shape {
  const value = onDevice.read(name);
  // Written by `keep` only.
  return typeof value === 'object' && value !== null ? (value as Shape) : nothing;
}
