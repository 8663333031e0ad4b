import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useLateFinishes } from './use-late-finishes.ts';
import { openedFinish, watchFinish } from '../open-finish.ts';

const FinishSheet = lazy(async () => ({
  default: (await import('./finish-sheet.tsx')).FinishSheet,
}));

/** Where it is asked what came of an activity; stands once in the frame. */
export function FinishHost() {
  useLateFinishes();
  const request = useSyncExternalStore(watchFinish, openedFinish);
  return (
    request !== null && (
      <Suspense fallback={null}>
        <FinishSheet key={request.id} request={request} />
      </Suspense>
    )
  );
}
