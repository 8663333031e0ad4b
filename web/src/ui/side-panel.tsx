import { Drawer } from '@mantine/core';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './side-panel.module.css';
import { uiWords } from './ui.words.ts';
import { useBackCloses } from './use-back-closes.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface Props {
  title: string;
  onClose(): void;
  onKeyDown?: KeyboardEventHandler<HTMLDivElement>;
  children: ReactNode;
}

/** A form at the right of the page: its head and foot stay, its body is scrolled. There as long as it is rendered. */
export function SidePanel(props: Props) {
  useReturnFocus();
  useBackCloses(props.onClose);
  const t = useWords(uiWords);
  return (
    <Drawer
      opened
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.panel ?? '',
        header: classes.head ?? '',
        title: classes.title ?? '',
        body: classes.inside ?? '',
      }}
      {...props}
    />
  );
}

export const PanelBody = ({ children }: { children: ReactNode }) => (
  <div className={classes.body}>{children}</div>
);

/** What is done with it at last; a hint stands before. */
export const PanelFoot = ({ hint, children }: { hint?: ReactNode; children: ReactNode }) => (
  <div className={classes.foot}>
    {hint !== undefined && <span className={classes.hint}>{hint}</span>}
    {children}
  </div>
);
