import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './nav-bar.module.css';

interface Props {
  to: string;
  icon?: Icon;
  children: string;
  /** At the right of the name. */
  after?: ReactNode;
}

/** A place in the navigation; the one where one is carries the thread. */
export function NavLink({ to, icon: Glyph, children, after }: Props) {
  return (
    <span className={classes.item}>
      <Link to={to} className={classes.link ?? ''} title={children}>
        {Glyph && <Glyph size={16} stroke={1.7} aria-hidden className={classes.icon ?? ''} />}
        <span className={classes.name}>{children}</span>
      </Link>
      {after}
    </span>
  );
}
