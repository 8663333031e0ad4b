import { Popover } from '@mantine/core';
import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import classes from './bulk.module.css';

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  label: string;
  children(close: () => void): ReactNode;
}

export function BulkPopover({ icon: Icon, label, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.tool} onClick={() => setOpened(!opened)}>
          <Icon size={16} stroke={1.7} />
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <Suspense fallback={<div className={classes.panel} />}>
          {children(() => setOpened(false))}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
