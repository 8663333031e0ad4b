import { lazy, Suspense } from 'react';
import { closePreview, openPreview, useLooked } from './open-preview.ts';

const PreviewDialog = lazy(async () => ({
  default: (await import('./preview-dialog.tsx')).PreviewDialog,
}));

export function PreviewHost() {
  const looked = useLooked();
  if (!looked) return null;
  const { documents, shown } = looked;
  return (
    <Suspense fallback={null}>
      <PreviewDialog
        documents={documents}
        shown={shown}
        onShow={(id) => (id === null ? closePreview() : openPreview(documents, id))}
      />
    </Suspense>
  );
}
