import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './save-bar.module.css';

interface Props {
  /** What is not saved: `3 unsaved changes`. */
  title: ReactNode;
  /** What it means. */
  text?: ReactNode;
  discard: { label: string; run: () => void };
  save: { label: string; run: () => void; busy: boolean };
}

/** At the foot of a page with changes that are saved together. */
export function SaveBar({ title, text, discard, save }: Props) {
  return (
    <div className={classes.bar} role="region" aria-label={save.label}>
      <strong className={classes.title}>{title}</strong>
      <span className={classes.text}>{text}</span>
      <Button variant="subtle" color="gray" onClick={discard.run} disabled={save.busy}>
        {discard.label}
      </Button>
      <Button onClick={save.run} loading={save.busy}>
        {save.label}
      </Button>
    </div>
  );
}
