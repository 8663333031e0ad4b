import { lazy } from 'react';
import { openStatuses } from '#shared/activity.ts';
import { registerComposer, registerEntryKind } from '#web/engine/record/thread/entry-kinds.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { registerGlyphs } from '#web/engine/records/record-glyphs.ts';
import { registerNextStep } from '#web/engine/records/next-steps.ts';
import { kindIcons, otherKind } from './kind-icons.ts';

const load = () => import('./activity-knot.tsx');

const ActivityKnot = lazy(async () => ({ default: (await load()).ActivityKnot }));
const Composer = lazy(async () => ({ default: (await import('./composer.tsx')).Composer }));

registerEntryKind('activity', {
  shape: ({ status, kind }) => {
    if (openStatuses.includes(asText(status))) return 'planned';
    return kind === 'task' || status === 'cancelled' ? 'change' : 'spoken';
  },
  Show: ActivityKnot,
});

registerComposer({ object: 'activity', Show: Composer });

registerGlyphs('activity', { field: 'kind', icons: kindIcons, other: otherKind });

for (const party of ['account', 'contact', 'lead']) registerNextStep(party, 'nextContactAt');
