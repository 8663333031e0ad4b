import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from './failed.tsx';
import classes from './opening.module.css';

/** The same where not even the frame could be shown: in the middle, as what waits for the server is. */
export function FailedAlone(props: ErrorComponentProps) {
  return (
    <div className={classes.alone}>
      <Failed {...props} />
    </div>
  );
}
