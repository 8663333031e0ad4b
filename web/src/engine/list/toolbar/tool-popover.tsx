import { Popover } from '@mantine/core';
import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import classes from './toolbar.module.css';

interface Props {
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Something is chosen here. */
  isOn?: boolean;
  children(close: () => void): ReactNode;
}

/** A quiet button of the bar with a panel under it; the panel is loaded when it is opened first. */
export function ToolPopover({ label, icon: Icon, isOn = false, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${classes.tool} ${isOn ? classes.toolOn : ''}`}
          title={label}
          aria-label={label}
          onClick={() => setOpened(!opened)}
        >
          <Icon size={16} stroke={1.7} />
          <span className={classes.toolName}>{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <div className={classes.panel}>
          <Suspense fallback={null}>{children(() => setOpened(false))}</Suspense>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
