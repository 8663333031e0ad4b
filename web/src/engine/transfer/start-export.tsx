import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import type { ExportQuery } from './export/export-query.ts';

const ExportDialog = lazy(async () => {
  const { ExportDialog: Dialog } = await import('./export/export-dialog.tsx');
  return { default: Dialog };
});

let asked: { object: ScreenObject; query: ExportQuery } | undefined;
const watchers = new Set<() => void>();
const ask = (next: typeof asked): void => {
  asked = next;
  for (const watcher of watchers) watcher();
};
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Opens the dialog from anywhere an <ExportHost/> stands above. */
export const startExport = (object: ScreenObject, query: ExportQuery): void =>
  ask({ object, query });

/** Shows the dialog that startExport asks for; once on a page. */
export function ExportHost() {
  const open = useSyncExternalStore(watch, () => asked);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ExportDialog {...open} onClose={() => ask(undefined)} />
    </Suspense>
  );
}
