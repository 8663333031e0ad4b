import { Drawer, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { calendarWords } from './calendar.words.ts';
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

/** Beside what was pressed; on a phone from the lower edge. */
export function Anchored({ box, isPhone, label, stays = false, onClose, children }: Props) {
  const t = useWords(calendarWords);
  if (isPhone)
    return (
      <Drawer
        opened
        onClose={onClose}
        position="bottom"
        size="auto"
        title={label}
        classNames={{ title: classes.title ?? '' }}
        closeButtonProps={{ 'aria-label': t('close'), size: 48, iconSize: 20 }}
      >
        {children}
      </Drawer>
    );
  const { left, top, width, height } = box;
  return (
    <Popover
      opened
      onChange={(opened) => !opened && onClose()}
      onDismiss={onClose}
      position="right-start"
      middlewares={{ flip: true, shift: true }}
      closeOnClickOutside={!stays}
      trapFocus
      withRoles={false}
      returnFocus
      width={400}
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
