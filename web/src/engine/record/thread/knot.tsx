import type { KnotShape } from './entry-kinds.ts';

/** The mark of one event on the thread. */
export function Knot({ shape }: { shape: KnotShape }) {
  if (shape === 'milestone')
    return (
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
        <circle cx="10" cy="10" r="8.5" fill="var(--bg)" stroke="var(--thread)" strokeWidth="1.5" />
        <circle cx="10" cy="10" r="5" fill="var(--thread)" />
      </svg>
    );
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      {shape === 'spoken' && <circle cx="8" cy="8" r="4.5" fill="var(--thread)" />}
      {shape === 'change' && (
        <circle cx="8" cy="8" r="3" fill="var(--bg)" stroke="var(--thread)" strokeWidth="1.5" />
      )}
      {shape === 'planned' && (
        <circle
          cx="8"
          cy="8"
          r="4"
          fill="var(--bg)"
          stroke="var(--thread)"
          strokeWidth="1.5"
          strokeDasharray="2.2 1.99"
        />
      )}
    </svg>
  );
}
