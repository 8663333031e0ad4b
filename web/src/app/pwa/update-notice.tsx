import { Button } from '@mantine/core';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { pwaWords } from './pwa.words.ts';
import classes from './update-notice.module.css';
import { takeUpdate, useUpdate } from './update.ts';

/** Says that a newer version is there; nobody is thrown out of what they do. */
export function UpdateNotice() {
  const t = useWords(pwaWords);
  if (!useUpdate()) return null;
  return (
    <aside className={classes.notice} role="status">
      <StatusGlyph tone="info" />
      <span>{t('newVersion')}</span>
      <Button variant="default" size="compact-sm" onClick={takeUpdate}>
        {t('reload')}
      </Button>
    </aside>
  );
}
