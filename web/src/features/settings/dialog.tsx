import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { settingsWords } from './settings.words.ts';
import classes from './dialog.module.css';

interface Props {
  title: string;
  onClose: () => void;
  size?: string | number;
  children: ReactNode;
}

// A heading of the dialog, not a banner of the page.
const attributes = { header: { role: 'presentation' } };

/** A longer form at the right of the page. */
export function Panel({ title, onClose, size = 'lg', children }: Props) {
  const t = useWords(settingsWords);
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      size={size}
      padding="xl"
      attributes={attributes}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  );
}
