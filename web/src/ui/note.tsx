import type { ReactNode } from 'react';
import { StatusGlyph, type Tone } from './status-glyph.tsx';
import classes from './note.module.css';

/** A note in the page, where its cause is: tint and glyph, the action at the right. */
export function Note({
  tone,
  children,
  action,
}: {
  tone: 'info' | 'ok' | 'warn' | 'bad' | 'idle';
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`${classes.note} ${classes[tone]}`} role={roleOf(tone)}>
      <StatusGlyph tone={tone} />
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}

const roleOf = (tone: Tone): string => (tone === 'bad' ? 'alert' : 'note');
