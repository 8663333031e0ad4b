import { lazy, Suspense } from 'react';
import { useSendings } from './upload-store.ts';

const Tray = lazy(async () => ({ default: (await import('./tray.tsx')).Tray }));

/** Nothing is loaded before something is sent. */
export function TrayHost() {
  if (useSendings().length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Tray />
    </Suspense>
  );
}
