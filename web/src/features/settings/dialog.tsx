import { Button, Drawer, Group, Modal } from '@mantine/core';
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

/** A question or a short form over the page; there as long as it is rendered. */
export function Dialog({ title, onClose, size = 'md', children }: Props) {
  const t = useWords(settingsWords);
  return (
    <Modal
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
    </Modal>
  );
}

/** What ends a dialog: the way out, then what it is for. */
export function DialogFoot({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  const t = useWords(settingsWords);
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {children}
    </Group>
  );
}

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
