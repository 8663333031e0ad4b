import { IconArrowLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCurrentTitle } from '#web/engine/page-title.ts';
import { useWords } from '#web/words/language.tsx';
import { shellWords } from './shell.words.ts';
import classes from './top-bar.module.css';

/** Where one is; the page's own heading says it to those who listen. */
export function Where() {
  const { title, crumbs } = useCurrentTitle();
  const t = useWords(shellWords);
  const above = crumbs.findLast(({ to }) => to !== undefined);
  return (
    <div className={classes.where}>
      {above?.to !== undefined && (
        <Link
          to={above.to}
          className={classes.back}
          aria-label={t('backTo', { page: above.label })}
        >
          <IconArrowLeft size={20} stroke={1.5} aria-hidden />
        </Link>
      )}
      {crumbs.map(({ label, to }, at) => (
        <span key={label} className={classes.crumb}>
          {to === undefined ? label : <Link to={to}>{label}</Link>}
          {(title !== '' || at < crumbs.length - 1) && (
            <IconChevronRight size={14} stroke={1.7} aria-hidden />
          )}
        </span>
      ))}
      <span className={classes.title}>{title}</span>
    </div>
  );
}
