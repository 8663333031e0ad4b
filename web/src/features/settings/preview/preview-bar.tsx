import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isProblem } from '#web/api/problem.ts';
import { useMe } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { leavePreview } from './preview-store.ts';
import { previewWords } from './preview.words.ts';
import classes from './preview-bar.module.css';

/** Above everything while an administrator looks with the rights of somebody else. */
export function PreviewBar() {
  const { preview, name } = useMe();
  const t = useWords(previewWords);
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        // Its time is over, or the person has left: on with one's own rights.
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        if (isProblem(event.action.error, 'previewNotBegun')) leavePreview();
      }),
    [client],
  );
  if (!preview) return null;
  return (
    <aside className={classes.bar} role="status">
      <IconEye size={16} stroke={1.7} aria-hidden />
      <span className={classes.text}>{t('bar', { name, role: preview.role.name })}</span>
      <Button variant="default" size="xs" onClick={() => leavePreview()}>
        {t('leave')}
      </Button>
    </aside>
  );
}
