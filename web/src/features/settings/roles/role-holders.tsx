import { useWords } from '#web/words/language.tsx';
import { Avatar } from '#web/ui/avatar.tsx';
import type { Member } from '../people/people-queries.ts';
import { rolesWords } from './roles.words.ts';
import classes from './role-holders.module.css';

const most = 8;

export function RoleHolders({ members }: { members: readonly Member[] }) {
  const t = useWords(rolesWords);
  const others = members.length - most;
  return (
    <section>
      <h2 className={classes.title}>{t('holders')}</h2>
      {members.length === 0 && <p className={classes.nobody}>{t('nobody')}</p>}
      <ul className={classes.list}>
        {members.slice(0, most).map((member) => (
          <li key={member.id} className={classes.each}>
            <Avatar name={member.name} picture={member.picture} />
            {member.name}
          </li>
        ))}
        {others > 0 && <li>+{others}</li>}
      </ul>
    </section>
  );
}
