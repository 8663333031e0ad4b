import { Empty } from '#web/ui/empty.tsx';
import { Note } from '#web/ui/note.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import type { Member, Role } from '../people/people-queries.ts';
import { FieldRights } from './field-rights.tsx';
import { RightsGrid } from './rights-grid.tsx';
import { RightsLegend } from './rights-legend.tsx';
import { RightsSaveBar } from './rights-save-bar.tsx';
import { RoleHolders } from './role-holders.tsx';
import { RoleMenu } from './role-menu.tsx';
import { RoleName } from './role-name.tsx';
import { rolesWords } from './roles.words.ts';
import { sayRole } from './say-role.ts';
import { useRightsDraft } from './use-rights-draft.ts';
import classes from './role-page.module.css';

interface Props {
  id: string;
  roles: readonly Role[];
  members: readonly Member[];
  peopleOf: (role: Role) => number;
}

/** One role: its name, who has it, its rights on objects and on their fields. */
export function RolePage({ id, roles, members, peopleOf }: Props) {
  const t = useWords(rolesWords);
  const draft = useRightsDraft(roles);
  const role = roles.find((each) => each.id === id);
  if (!role) return <Empty title={t('gone')} />;
  return (
    <>
      <PageHead title={role.name} text={`${sayRole(role, t)}. ${t('roleText')}`} under="roles">
        <RoleMenu role={role} people={peopleOf(role)} here />
      </PageHead>
      <div className={classes.body}>
        <RoleName role={role} />
        <RoleHolders
          members={members.filter(({ roleId, active }) => active && roleId === role.id)}
        />
      </div>
      {role.administrator ? (
        <div className={classes.body}>
          <Note tone="info">{t('locked')}</Note>
        </div>
      ) : (
        <>
          <RightsLegend />
          <RightsGrid roles={[role]} draft={draft} peopleOf={peopleOf} />
          <FieldRights role={role} draft={draft} />
        </>
      )}
      <RightsSaveBar draft={draft} peopleOf={peopleOf} />
    </>
  );
}
