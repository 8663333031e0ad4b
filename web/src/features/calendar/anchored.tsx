import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { BottomSheet } from '#web/ui/bottom-sheet.tsx';
import classes from './anchored.module.css';

interface Props {
  box: DOMRect;
  isPhone: boolean;
  label: string;
  /** Stays when somebody presses beside it: something is being typed. */
  stays?: boolean;
  onClose(): void;
  children: ReactNode;
}

const boxPx = 400;
const roomPx = boxPx + 16;

/** Beside what was pressed; on a phone from the lower edge. */
export function Anchored({ box, isPhone, label, stays = false, onClose, children }: Props) {
  if (isPhone)
    return (
      <BottomSheet title={label} onClose={onClose}>
        {children}
      </BottomSheet>
    );
  const { left, right, top, width, height } = box;
  // Beside a day that takes the whole width there is no room.
  const isBeside = Math.max(left, window.innerWidth - right) > roomPx;
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      onDismiss={onClose}
      position={isBeside ? 'right-start' : 'bottom-start'}
      middlewares={{ flip: true, shift: true }}
      closeOnClickOutside={!stays}
      trapFocus
      withRoles={false}
      returnFocus
      width={boxPx}
    >
      <Popover.Target>
        <span className={classes.anchor} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown className={classes.box ?? ''} role="dialog" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
