import { IconCheck } from '@tabler/icons-react';
import type { Scope } from './rights.ts';
import classes from './scope-glyph.module.css';

const bars: Readonly<Record<Scope, number>> = { none: 0, own: 1, team: 2, below: 3, all: 4 };

/** How far a right reaches: a dash, or one to four bars; a tick where there is only yes. */
export function ScopeGlyph({ scope, only = false }: { scope: Scope; only?: boolean }) {
  if (scope !== 'none' && only)
    return <IconCheck size={16} stroke={2} className={classes.tick} aria-hidden />;
  return (
    <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden className={classes.glyph}>
      {scope === 'none' ? (
        <path d="M5 6h6" className={classes.dash} />
      ) : (
        [0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 4}
            y={9 - bar * 3}
            width="3"
            height={3 + bar * 3}
            rx="1"
            className={bar < bars[scope] ? classes.on : classes.off}
          />
        ))
      )}
    </svg>
  );
}
