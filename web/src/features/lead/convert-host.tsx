import { lazy, Suspense, useSyncExternalStore } from 'react';
import { closeConvert, convertedLead, watchConvert } from './open-convert.ts';

const ConvertLead = lazy(async () => ({
  default: (await import('./convert-lead.tsx')).ConvertLead,
}));

/** Where the panel opens; stands once in the frame. */
export function ConvertHost() {
  const leadId = useSyncExternalStore(watchConvert, convertedLead);
  return (
    leadId !== null && (
      <Suspense fallback={null}>
        <ConvertLead key={leadId} leadId={leadId} onClose={closeConvert} />
      </Suspense>
    )
  );
}
