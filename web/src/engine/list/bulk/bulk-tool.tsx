import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import classes from './bulk.module.css';

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  label: string;
  children(close: () => void): ReactNode;
}

/** A button of the bar that asks something first. */
export function BulkTool({ icon: Icon, label, children }: Props) {
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
      {opened && (
        <Dialog onClose={close} title={label} size="sm">
          <Suspense fallback={<div className={classes.waiting} />}>{children(close)}</Suspense>
        </Dialog>
      )}
    </>
  );
}
