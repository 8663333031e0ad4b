import type { ReactNode } from 'react';
import classes from './dialog.module.css';

/** What is done with a dialog at last: at its right end. */
export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <div className={classes.foot}>{children}</div>
);
