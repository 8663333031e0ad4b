import { Link } from '@tanstack/react-router';
import { useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { RoleMenu } from './role-menu.tsx';
import { rolesWords } from './roles.words.ts';
import { sayRole } from './say-role.ts';
import classes from './role-head.module.css';

/** Name of a role above its columns, how many have it, and what can be done with it. */
export function RoleHead({ role, people }: { role: Role; people: number }) {
  const t = useWords(rolesWords);
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <Link
          to="/settings/$page/$item"
          params={{ page: 'roles', item: role.id }}
          className={classes.name}
          title={`${role.name}: ${sayRole(role, t)}`}
        >
          {role.name}
        </Link>
        <div className={classes.people}>{t('people', { count: people })}</div>
      </div>
      <RoleMenu role={role} people={people} />
    </div>
  );
}
