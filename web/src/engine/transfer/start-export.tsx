import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useWords } from '#web/words/language.tsx';
import type { ExportQuery } from './export/export-query.ts';
import { exportWords } from './export/export.words.ts';

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

/** Exports a list as it is filtered; not there for whoever may not. */
export function ExportButton({ object, state }: { object: ScreenObject; state: ExportQuery }) {
  const t = useWords(exportWords);
  const [isOpen, setOpen] = useState(false);
  if (!object.rights.export) return null;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('export')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog object={object} query={state} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
