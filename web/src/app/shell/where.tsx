import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCurrentTitle } from '#web/engine/page-title.ts';
import classes from './top-bar.module.css';

/** Where one is; the page's own heading says it to those who listen. */
export function Where() {
  const { title, crumbs } = useCurrentTitle();
  return (
    <div className={classes.where}>
      {crumbs.map(({ label, to }) => (
        <span key={label} className={classes.crumb}>
          {to === undefined ? label : <Link to={to}>{label}</Link>}
          <IconChevronRight size={14} stroke={1.7} aria-hidden />
        </span>
      ))}
      <span className={classes.title}>{title}</span>
    </div>
  );
}
