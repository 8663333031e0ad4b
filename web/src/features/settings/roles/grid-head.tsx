import { useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { RoleHead } from './role-head.tsx';
import { rolesWords } from './roles.words.ts';
import { verbs } from './rights.ts';
import classes from './rights-grid.module.css';

interface Props {
  roles: readonly Role[];
  peopleOf: (role: Role) => number;
  heads: boolean;
}

export function GridHead({ roles, peopleOf, heads }: Props) {
  const t = useWords(rolesWords);
  const corner = (
    <th scope="col" rowSpan={heads ? 2 : 1} className={classes.corner}>
      {t('object')}
    </th>
  );
  return (
    <thead>
      {heads && (
        <tr className={classes.roles}>
          {corner}
          {roles.map((role) => (
            <th key={role.id} scope="colgroup" colSpan={verbs.length} className={classes.first}>
              <RoleHead role={role} people={peopleOf(role)} />
            </th>
          ))}
        </tr>
      )}
      <tr className={classes.verbs}>
        {!heads && corner}
        {roles.flatMap((role) =>
          verbs.map((verb, index) => (
            <th
              key={`${role.id}.${verb}`}
              scope="col"
              className={index === 0 ? classes.first : undefined}
            >
              {t(verb)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
