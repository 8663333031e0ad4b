import type { ReactNode } from 'react';
import classes from './section.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** A part of a page of the settings: its name at the left, what can be set beside it. */
export function Section({ title, text, children }: Props) {
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {text !== undefined && <p className={classes.text}>{text}</p>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
