import { useWords } from '#web/words/language.tsx';
import { useRoles, useTeams, type Member } from '../people/people-queries.ts';
import { MemberRow } from './member-row.tsx';
import { membersWords } from './members.words.ts';
import classes from './member-table.module.css';

interface Props {
  members: readonly Member[];
  /** Also those not shown: who may take over. */
  everybody: readonly Member[];
}

export function MemberTable({ members, everybody }: Props) {
  const t = useWords(membersWords);
  const roles = useRoles() ?? [];
  const teams = useTeams() ?? [];
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('person')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('teams')}</th>
          <th scope="col">{t('seen')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">
            <span className="unseen">{t('edit')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            role={roles.find(({ id }) => id === member.roleId)}
            teams={member.teamIds.flatMap((id) => teams.filter((team) => team.id === id))}
            everybody={everybody}
          />
        ))}
      </tbody>
    </table>
  );
}
