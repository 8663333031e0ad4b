import { Skeleton } from '@mantine/core';
import classes from './page-skeleton.module.css';

/** Where a page of the settings will stand. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className={classes.page} aria-busy="true">
      <Skeleton className={classes.title ?? ''} />
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className={classes.row ?? ''} />
      ))}
    </div>
  );
}
