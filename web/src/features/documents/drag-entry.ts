import type { DragEvent } from 'react';
import type { Entry } from './entry.ts';

const type = 'application/x-duyen-entry';

/** What is dragged within the page; files from outside come another way. */
export type Dragged = Pick<Entry, 'kind' | 'id' | 'name'>;

export function startDrag(event: DragEvent, { kind, id, name }: Dragged): void {
  event.dataTransfer.setData(type, JSON.stringify({ kind, id, name }));
  event.dataTransfer.effectAllowed = 'move';
}

export function takeDropped(event: DragEvent): Dragged | undefined {
  const text = event.dataTransfer.getData(type);
  if (text === '') return undefined;
  event.preventDefault();
  // Written above.
  return JSON.parse(text) as Dragged;
}

takeDropped.is = (event: DragEvent): boolean => event.dataTransfer.types.includes(type);
