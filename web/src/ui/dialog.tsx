import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './dialog.module.css';
import { headAttributes } from './head-attributes.ts';
import { uiWords } from './ui.words.ts';
import { useBackCloses } from './use-back-closes.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface Props extends Pick<ModalProps, 'size' | 'fullScreen' | 'closeOnClickOutside'> {
  title: ReactNode;
  onClose(): void;
  /** Of the cross, where closing means more than that. */
  closeLabel?: string;
  children: ReactNode;
}

/** A question or a short form over the page; there as long as it is rendered. */
export function Dialog({ closeLabel, ...rest }: Props) {
  useReturnFocus();
  useBackCloses(rest.onClose);
  const t = useWords(uiWords);
  return (
    <Modal
      opened
      padding="xl"
      attributes={headAttributes}
      classNames={{ header: classes.head ?? '', title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': closeLabel ?? t('close') }}
      {...rest}
    />
  );
}
