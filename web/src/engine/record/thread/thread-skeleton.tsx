import { Skeleton } from '@mantine/core';
import classes from './thread.module.css';

export function ThreadSkeleton() {
  return (
    <div aria-hidden>
      {[72, 48, 60, 40].map((width) => (
        <div key={width} className={classes.entry}>
          <Skeleton height={12} width={36} mt={16} />
          <span className={classes.knot} />
          <div className={classes.content}>
            <Skeleton height={14} width={`${width}%`} mt={4} />
          </div>
        </div>
      ))}
    </div>
  );
}
