import classes from './entry-frame.module.css';

/** The only place where the thread curves: two knots, a loop, and a loose end that goes on. */
export function LooseThread() {
  return (
    <svg
      className={classes.thread}
      viewBox="0 0 880 900"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
    >
      <g fill="none" stroke="var(--thread)" strokeWidth="2.2" strokeLinecap="round">
        <path d="M-10 322c60-8 110 14 160 50 56 40 112 70 180 70 120 0 176-86 156-170-14-62-104-72-126-8-22 70 34 172 120 212 70 32 150 34 218 4" />
        <path d="M712 478c60-24 110-48 176-66" strokeDasharray="1 9" />
        {[
          [150, 372],
          [700, 482],
        ].map(([x, y]) => (
          <g key={x}>
            <circle cx={x} cy={y} r="9" fill="var(--bg-sunken)" strokeWidth="2" />
            <circle cx={x} cy={y} r="4.5" fill="var(--thread)" stroke="none" />
          </g>
        ))}
      </g>
    </svg>
  );
}
