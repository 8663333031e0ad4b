import { lazy } from 'react';
import { registerComposer, registerEntryKind } from '#web/engine/record/thread/entry-kinds.ts';
import { asText } from '#web/engine/fields/read-value.ts';

const load = () => import('./activity-knot.tsx');

const ActivityKnot = lazy(async () => ({ default: (await load()).ActivityKnot }));
const Composer = lazy(async () => ({ default: (await import('./composer.tsx')).Composer }));

const open = new Set(['planned', 'inProgress', 'forgotten']);

registerEntryKind('activity', {
  shape: ({ status, kind }) => {
    if (open.has(asText(status))) return 'planned';
    return kind === 'task' || status === 'cancelled' ? 'change' : 'spoken';
  },
  Show: ActivityKnot,
});

registerComposer({ object: 'activity', Show: Composer });
