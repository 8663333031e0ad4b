import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { PageProps } from '../page-entry.ts';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { useMembers, useRoles, type Role } from '../people/people-queries.ts';
import { settingsWords } from '../settings.words.ts';
import { NewRole } from './new-role.tsx';
import { RightsGrid } from './rights-grid.tsx';
import { RightsLegend } from './rights-legend.tsx';
import { RightsSaveBar } from './rights-save-bar.tsx';
import { RoleCards } from './role-cards.tsx';
import { RolePage } from './role-page.tsx';
import { rolesWords } from './roles.words.ts';
import { useRightsDraft } from './use-rights-draft.ts';

export function RolesPage({ item }: PageProps) {
  const roles = useRoles();
  const members = useMembers();
  if (!roles || !members) return <PageSkeleton rows={10} />;
  const peopleOf = ({ id }: Role) =>
    members.filter(({ roleId, active }) => active && roleId === id).length;
  if (item !== undefined)
    return <RolePage key={item} id={item} roles={roles} members={members} peopleOf={peopleOf} />;
  return <AllRoles roles={roles} peopleOf={peopleOf} />;
}

interface Props {
  roles: readonly Role[];
  peopleOf: (role: Role) => number;
}

function AllRoles({ roles, peopleOf }: Props) {
  const t = useWords(rolesWords);
  const s = useWords(settingsWords);
  const [isAdding, setAdding] = useState(false);
  const draft = useRightsDraft(roles);
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  return (
    <>
      <PageHead title={s('roles')} text={t('text')}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.7} />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      </PageHead>
      {isPhone ? (
        <RoleCards roles={roles} peopleOf={peopleOf} />
      ) : (
        <>
          <RightsLegend />
          <RightsGrid roles={roles} draft={draft} peopleOf={peopleOf} heads />
        </>
      )}
      <RightsSaveBar draft={draft} peopleOf={peopleOf} />
      {isAdding && <NewRole onClose={() => setAdding(false)} />}
    </>
  );
}
