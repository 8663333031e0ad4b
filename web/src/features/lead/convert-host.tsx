import { lazy, Suspense, useSyncExternalStore } from 'react';
import { closeConvert, convertedLead, watchConvert } from './open-convert.ts';

const ConvertLead = lazy(async () => ({
  default: (await import('./convert-lead.tsx')).ConvertLead,
}));

/** Where the panel opens; stands once in the frame. */
export function ConvertHost() {
  const lead = useSyncExternalStore(watchConvert, convertedLead);
  return (
    lead && (
      <Suspense fallback={null}>
        <ConvertLead key={lead.id} lead={lead} onClose={closeConvert} />
      </Suspense>
    )
  );
}
