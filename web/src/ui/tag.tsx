import { Children, type ReactNode } from 'react';
import { fold } from '#shared/locale/text.ts';
import classes from './tag.module.css';

/** A tag on a tint that always is the same for the same word. Tags never carry status. */
export function Tag({ children }: { children: string }) {
  const tone =
    ([...fold(children)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 7) + 1;
  return <span className={`${classes.tag} ${classes[`k${tone}`]}`}>{children}</span>;
}

/** At most so many, and how many more there are. */
export function TagList({ most = 2, children }: { most?: number; children: ReactNode }) {
  const all = Children.toArray(children);
  return (
    <span className={classes.list}>
      {all.slice(0, most)}
      {all.length > most && <span className={classes.more}>+{all.length - most}</span>}
    </span>
  );
}
