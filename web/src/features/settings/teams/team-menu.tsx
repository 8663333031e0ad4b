import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import type { Member, Team } from '../people/people-queries.ts';
import { RemoveTeam } from './remove-team.tsx';
import { TeamForm } from './team-form.tsx';
import { teamsWords } from './teams.words.ts';
import danger from '../danger.module.css';

interface Props {
  team: Team;
  teams: readonly Team[];
  members: readonly Member[];
}

const icon = { size: 16, stroke: 1.7 } as const;

export function TeamMenu({ team, teams, members }: Props) {
  const t = useWords(teamsWords);
  const [doing, setDoing] = useState<'edit' | 'add' | 'remove' | null>(null);
  const close = () => setDoing(null);
  const all = { teams, members, onClose: close };
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('more', { name: team.name })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setDoing('edit')}>
            {t('edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => setDoing('add')}>
            {t('addBelow')}
          </Menu.Item>
          <Menu.Item
            className={danger.danger ?? ''}
            leftSection={<IconTrash {...icon} />}
            onClick={() => setDoing('remove')}
          >
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doing === 'edit' && <TeamForm {...all} team={team} />}
      {doing === 'add' && <TeamForm {...all} parentId={team.id} />}
      {doing === 'remove' && <RemoveTeam team={team} onClose={close} />}
    </>
  );
}
