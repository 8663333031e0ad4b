import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { rolesWords } from './roles.words.ts';
import { sayRole } from './say-role.ts';
import classes from './role-cards.module.css';

interface Props {
  roles: readonly Role[];
  peopleOf: (role: Role) => number;
}

/** On a phone the grid of one role at a time, behind its name. */
export function RoleCards({ roles, peopleOf }: Props) {
  const t = useWords(rolesWords);
  return (
    <ul className={classes.list}>
      {roles.map((role) => (
        <li key={role.id}>
          <Link
            to="/settings/$page/$item"
            params={{ page: 'roles', item: role.id }}
            className={classes.link}
          >
            <span className={classes.name}>
              {role.name}
              <span className={classes.says}>{sayRole(role, t)}</span>
            </span>
            <span className={classes.people}>{t('people', { count: peopleOf(role) })}</span>
            <IconChevronRight size={16} stroke={1.7} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
