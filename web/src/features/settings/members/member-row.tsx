import { useState } from 'react';
import { dateInZone, formatDateTime } from '#shared/locale/date-time.ts';
import { formatDate } from '#shared/locale/date.ts';
import { useMe } from '#web/engine/model.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import type { Member, Role, Team } from '../people/people-queries.ts';
import { EditMember } from './edit-member.tsx';
import { MemberMenu } from './member-menu.tsx';
import { membersWords } from './members.words.ts';
import classes from './member-table.module.css';

interface Props {
  member: Member;
  role: Role | undefined;
  teams: readonly Team[];
  everybody: readonly Member[];
}

export function MemberRow({ member, role, teams, everybody }: Props) {
  const t = useWords(membersWords);
  const { timeZone } = useLanguage();
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const state = stateOf(member);
  const { deactivatedAt, lastSeenAt } = member;
  const leftOn = deactivatedAt ? formatDate(dateInZone(new Date(deactivatedAt), timeZone)) : '';
  return (
    <tr>
      <th scope="row" className={classes.person}>
        <Avatar name={member.name} picture={member.picture} size={32} />
        <span className={classes.words}>
          <span className={classes.name}>
            {member.name}
            {member.id === me.id && <span className={classes.you}> ({t('you')})</span>}
            {member.sample && <span className={classes.you}> ({t('sample')})</span>}
          </span>
          <span className={classes.email}>{member.email}</span>
        </span>
      </th>
      <td data-label={t('role')}>
        {member.active ? (
          <button type="button" className={classes.change} onClick={() => setEditing(true)}>
            {role?.name}
            <span className="unseen">: {t('edit')}</span>
          </button>
        ) : (
          role?.name
        )}
      </td>
      <td data-label={t('teams')}>
        {teams.length > 0 ? (
          teams.map(({ name }) => name).join(', ')
        ) : (
          <span className={classes.quiet}>{t('noTeam')}</span>
        )}
      </td>
      <td data-label={t('seen')} className={classes.quiet}>
        {lastSeenAt ? formatDateTime(new Date(lastSeenAt), timeZone) : t('never')}
      </td>
      <td data-label={t('state')} className={classes.standing}>
        <span className={classes.state}>
          <StatusGlyph tone={state.tone} />
          {t(state.word, { date: leftOn })}
        </span>
      </td>
      <td className={classes.menu}>
        <MemberMenu member={member} everybody={everybody} onEdit={() => setEditing(true)} />
        {isEditing && <EditMember member={member} onClose={() => setEditing(false)} />}
      </td>
    </tr>
  );
}

type StateWord = 'stateActive' | 'statePending' | 'stateLeft';

function stateOf({ active, pending }: Member): { tone: Tone; word: StateWord } {
  if (!active) return { tone: 'closed', word: 'stateLeft' };
  return pending ? { tone: 'plan', word: 'statePending' } : { tone: 'ok', word: 'stateActive' };
}
