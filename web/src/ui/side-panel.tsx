import { Button, Drawer } from '@mantine/core';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import { headAttributes } from './head-attributes.ts';
import classes from './side-panel.module.css';
import { uiWords } from './ui.words.ts';
import { useBackCloses } from './use-back-closes.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** Where boxes stand beside each other. */
export const widePanel = 620;

interface Props {
  title: string;
  size?: number;
  onClose(): void;
  onKeyDown?: KeyboardEventHandler<HTMLDivElement>;
  children: ReactNode;
}

/** A form at the right of the page: its head and foot stay, its body is scrolled. There as long as it is rendered. */
export function SidePanel({ size = 480, ...rest }: Props) {
  useReturnFocus();
  useBackCloses(rest.onClose);
  const t = useWords(uiWords);
  return (
    <Drawer
      opened
      attributes={headAttributes}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.panel ?? '',
        header: classes.head ?? '',
        title: classes.title ?? '',
        body: classes.inside ?? '',
      }}
      size={size}
      {...rest}
    />
  );
}

export const PanelBody = ({ children }: { children: ReactNode }) => (
  <div className={classes.body}>{children}</div>
);

interface FootProps {
  hint?: ReactNode;
  onCancel?: () => void;
  children: ReactNode;
}

/** What is done with it at last: a hint, the way out, then what it is for. */
export function PanelFoot({ hint, onCancel, children }: FootProps) {
  const t = useWords(uiWords);
  return (
    <div className={classes.foot}>
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      {onCancel && (
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {children}
    </div>
  );
}
