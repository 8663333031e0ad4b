import type { ReactNode } from 'react';
import classes from './step-foot.module.css';

/** The foot of a step: what is promised at the left, what to do at the right. */
export function StepFoot({ quiet, children }: { quiet: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.foot}>
      <span className={classes.quiet}>{quiet}</span>
      <div className={classes.actions}>{children}</div>
    </div>
  );
}
