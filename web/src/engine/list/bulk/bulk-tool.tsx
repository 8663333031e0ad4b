import { Modal } from '@mantine/core';
import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { bulkWords } from './bulk.words.ts';
import classes from './bulk.module.css';

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  label: string;
  children(close: () => void): ReactNode;
}

/** A button of the bar that asks something first. */
export function BulkTool({ icon: Icon, label, children }: Props) {
  const t = useWords(bulkWords);
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <button
        type="button"
        className={classes.tool}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <Icon size={16} stroke={1.7} />
        <span className={classes.toolName}>{label}</span>
      </button>
      <Modal
        opened={opened}
        onClose={close}
        title={label}
        size="sm"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Suspense fallback={<div className={classes.waiting} />}>{children(close)}</Suspense>
      </Modal>
    </>
  );
}
