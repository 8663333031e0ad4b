import { Popover, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import classes from './toolbar.module.css';

const BottomSheet = lazy(async () => ({
  default: (await import('#web/ui/bottom-sheet.tsx')).BottomSheet,
}));

interface Props {
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Something is chosen here. */
  isOn?: boolean;
  children(close: () => void): ReactNode;
}

/** A quiet button of the bar with a panel under it, on phones a sheet; the panel is loaded when it is opened first. */
export function ToolPopover({ label, icon: Icon, isOn = false, children }: Props) {
  const [opened, setOpened] = useState(false);
  const isPhone = useMediaQuery('(max-width: 720px)', undefined, {
    getInitialValueInEffect: false,
  });
  const close = () => setOpened(false);
  const button = (
    <button
      type="button"
      className={`${classes.tool} ${isOn ? classes.toolOn : ''}`}
      title={label}
      aria-label={label}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      <Icon size={16} stroke={1.7} />
      <span className={classes.toolName}>{label}</span>
    </button>
  );
  const panel = opened && (
    <Suspense fallback={<Skeleton height={32} />}>{children(close)}</Suspense>
  );
  if (isPhone)
    return (
      <>
        {button}
        <Suspense fallback={null}>
          {opened && (
            <BottomSheet title={label} onClose={close}>
              <div className={classes.sheet}>{panel}</div>
            </BottomSheet>
          )}
        </Suspense>
      </>
    );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <div className={classes.panel}>{panel}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
