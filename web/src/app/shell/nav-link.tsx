import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './nav-bar.module.css';

interface Props {
  to: string;
  /** One place of the list, not all of it. */
  search?: Record<string, string>;
  icon?: Icon;
  children: string;
  /** Said with the name by the pointer. */
  hint?: string;
  /** At the right of the name. */
  after?: ReactNode;
}

const none = {};

/** A place in the navigation; the one where one is carries the thread. */
export function NavLink({ to, search = none, icon: Glyph, children, hint, after }: Props) {
  return (
    <span className={classes.item}>
      <Link
        to={to}
        search={search}
        activeOptions={{ includeSearch: search !== none }}
        className={classes.link ?? ''}
        title={hint === undefined ? children : `${children}\n${hint}`}
      >
        {Glyph && <Glyph size={16} stroke={1.7} aria-hidden className={classes.icon ?? ''} />}
        <span className={classes.name}>{children}</span>
      </Link>
      {after}
    </span>
  );
}
