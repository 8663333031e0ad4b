import type { ReactNode } from 'react';
import classes from './details.module.css';

interface Props {
  title: string;
  count?: number | undefined;
  /** At the right of the heading. */
  action?: ReactNode;
  children: ReactNode;
}

export const Section = ({ title, count, action, children }: Props) => (
  <section className={classes.section} aria-label={title}>
    <div className={classes.heading}>
      <h3>
        {title}
        {count !== undefined && count > 0 && <span className={classes.count}> {count}</span>}
      </h3>
      {action}
    </div>
    {children}
  </section>
);
