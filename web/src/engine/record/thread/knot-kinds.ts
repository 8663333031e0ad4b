import type { ComponentType } from 'react';
import { ChangeKnot } from './change-knot.tsx';
import type { TimelineEntry } from './timeline.ts';

/** See the marks of the thread: who spoke with whom, a milestone, a change, the next step. */
export type KnotShape = 'spoken' | 'milestone' | 'change' | 'planned';

export interface KnotKind {
  shape(entry: TimelineEntry, pageId: string): KnotShape;
  Show: ComponentType<{ entry: TimelineEntry }>;
}

const change: KnotKind = {
  shape: ({ action, record }, pageId) =>
    (action === 'create' && record.id === pageId) || action === 'merge' ? 'milestone' : 'change',
  Show: ChangeKnot,
};

const kinds = new Map<string, KnotKind>();

/** Features add what else can happen around a record: a call, a note, a quote. */
export function registerKnotKind(name: string, kind: KnotKind): void {
  kinds.set(name, kind);
}

export const knotKind = ({ kind }: TimelineEntry): KnotKind =>
  (kind === undefined ? undefined : kinds.get(kind)) ?? change;
