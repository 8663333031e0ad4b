import type { ComponentType } from 'react';
import type { RecordData } from '#web/api/records.ts';
import type { RecordEntry } from './timeline.ts';

/** See the marks of the thread: who spoke with whom, a milestone, a change, the next step. */
export type KnotShape = 'spoken' | 'milestone' | 'change' | 'planned';

/** How records of one object stand in a thread. */
export interface EntryKind {
  shape(values: RecordData): KnotShape;
  /** What it is, and what was said. */
  Show: ComponentType<{ entry: RecordEntry }>;
}

const kinds = new Map<string, EntryKind>();

/** Features say how their records stand in a thread; others stand there by their titles. */
export function registerEntryKind(object: string, kind: EntryKind): void {
  kinds.set(object, kind);
}

export const entryKind = (object: string): EntryKind | undefined => kinds.get(object);

export interface ComposerProps {
  /** Something was written. */
  onDone?(): void;
  autoFocus?: boolean;
}

interface Composer {
  /** Of what it makes records: it stands in threads that these can stand in. */
  object: string;
  Show: ComponentType<ComposerProps>;
}

let composer: Composer | undefined;

/** The box at the head of a thread in which one writes. */
export function registerComposer(made: Composer): void {
  composer = made;
}

export const threadComposer = (): Composer | undefined => composer;
