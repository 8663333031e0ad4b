import type { ReactNode } from 'react';
import classes from './setup-form.module.css';

interface Props {
  title: string;
  hint: string;
  /** All of it is filled in: the knot is tied. */
  done: boolean;
  last?: boolean;
  children: ReactNode;
}

/** One part of a page whose parts hang on the thread. */
export function SetupPart({ title, hint, done, last = false, children }: Props) {
  return (
    <section
      className={`${classes.part} ${last ? classes.last : ''}`}
      data-done={done || undefined}
    >
      <span className={`${classes.knot} ${last ? classes.next : ''}`} aria-hidden>
        {done && <span className={classes.tied} />}
      </span>
      <div>
        <h2 className={classes.partTitle}>{title}</h2>
        <p className={classes.hint}>{hint}</p>
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
