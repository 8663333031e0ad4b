import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './dialog.module.css';
import { uiWords } from './ui.words.ts';

interface Props {
  onCancel?: () => void;
  /** What the way out is called, where it is more than that. */
  cancelLabel?: string;
  children: ReactNode;
}

/** What ends a dialog: the way out, then what it is for. */
export function DialogFoot({ onCancel, cancelLabel, children }: Props) {
  const t = useWords(uiWords);
  return (
    <div className={classes.foot}>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {cancelLabel ?? t('cancel')}
        </Button>
      )}
      {children}
    </div>
  );
}
