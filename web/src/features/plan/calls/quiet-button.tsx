import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './calls.module.css';

interface Props {
  icon: Icon;
  word: string;
  /** Said in full, where the word alone does not name it. */
  name?: string;
  /** Found by the keys of the page. */
  act?: string;
  onClick(): void;
}

/** Something one does less often: a word where there is room for it, else its sign. */
export function QuietButton({ icon: Sign, word, name = word, act, onClick }: Props) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      className={classes.quiet ?? ''}
      aria-label={name}
      title={name}
      data-act={act}
      onClick={onClick}
    >
      <Sign size={18} stroke={1.7} aria-hidden />
      <span className={classes.word}>{word}</span>
    </Button>
  );
}
