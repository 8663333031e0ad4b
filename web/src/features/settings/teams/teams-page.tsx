import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { useMembers, useTeams } from '../people/people-queries.ts';
import { settingsWords } from '../settings.words.ts';
import { TeamForm } from './team-form.tsx';
import { TeamTree } from './team-tree.tsx';
import { teamsWords } from './teams.words.ts';

export function TeamsPage() {
  const t = useWords(teamsWords);
  const s = useWords(settingsWords);
  const teams = useTeams();
  const members = useMembers();
  const [isAdding, setAdding] = useState(false);
  if (!teams || !members) return <PageSkeleton />;
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHead title={s('teams')} text={t('text')}>
        {teams.length > 0 && add}
      </PageHead>
      {teams.length > 0 ? (
        <TeamTree teams={teams} members={members} />
      ) : (
        <Empty title={t('emptyTitle')} text={t('emptyText')}>
          {add}
        </Empty>
      )}
      {isAdding && <TeamForm teams={teams} members={members} onClose={() => setAdding(false)} />}
    </>
  );
}
