import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './bottom-sheet.module.css';
import { headAttributes } from './head-attributes.ts';
import { uiWords } from './ui.words.ts';
import { useBackCloses } from './use-back-closes.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface Props {
  title: string;
  /** False: it slides away. */
  opened?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A short task on a phone, from the lower edge, within the reach of the thumb. */
export function BottomSheet({ title, opened = true, onClose, children }: Props) {
  const t = useWords(uiWords);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      attributes={headAttributes}
      closeButtonProps={{ 'aria-label': t('close'), size: 48, iconSize: 20 }}
      classNames={{
        content: classes.sheet ?? '',
        header: classes.head ?? '',
        title: classes.title ?? '',
        body: classes.body ?? '',
      }}
    >
      <Open onClose={onClose} />
      {children}
    </Drawer>
  );
}

/** What holds only as long as the sheet is there. */
function Open({ onClose }: { onClose(): void }) {
  useReturnFocus();
  useBackCloses(onClose);
  return null;
}
