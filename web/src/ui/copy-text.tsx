import { Button, CopyButton, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { uiWords } from './ui.words.ts';

interface Props extends Pick<ButtonProps, 'variant' | 'size'> {
  /** What is copied. */
  text: string;
  /** What the button says before it has done so. */
  label: string;
}

const icon = { size: 16, stroke: 1.7 } as const;

/** Copies a text, and says that it did. */
export function CopyText({ text, label, ...looks }: Props) {
  const t = useWords(uiWords);
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          {...looks}
          leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
          onClick={copy}
        >
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
