import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './dialog.module.css';
import { uiWords } from './ui.words.ts';

interface Props {
  onCancel?: () => void;
  /** What the way out is called, where it is more than that. */
  cancelLabel?: string;
  /** What it is for cannot be taken back: the way out has the focus. */
  grave?: boolean;
  children: ReactNode;
}

/** What ends a dialog: the way out, then what it is for. */
export function DialogFoot({ onCancel, cancelLabel, grave, children }: Props) {
  const t = useWords(uiWords);
  return (
    <div className={classes.foot}>
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel} data-autofocus={grave}>
          {cancelLabel ?? t('cancel')}
        </Button>
      )}
      {children}
    </div>
  );
}
