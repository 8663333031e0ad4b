import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { renew } from '#web/api/queries.ts';
import { useOnPage } from '../record-context.tsx';

const MergeDialog = lazy(async () => ({
  default: (await import('../../duplicates/merge-dialog.tsx')).MergeDialog,
}));

/** The record of the page and another one, side by side; leads to the one that stays. */
export function MergeTwo({ other, onClose }: { other: string; onClose(): void }) {
  const { object, record } = useOnPage();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <Suspense fallback={null}>
      <MergeDialog
        object={object}
        ids={[record.id, other]}
        onDone={(survivor) => {
          onClose();
          if (!survivor) return;
          void renew(client, object.path);
          if (survivor.id !== record.id)
            void navigate({
              to: '/$objects/$id',
              params: { objects: object.path, id: survivor.id },
              replace: true,
            });
        }}
      />
    </Suspense>
  );
}
