import { MultiSelect, Select } from '@mantine/core';
import { useWords } from '#web/words/language.tsx';
import { useRoles, useTeams } from '../people/people-queries.ts';
import { rolesWords } from '../roles/roles.words.ts';
import { sayRole } from '../roles/say-role.ts';
import { fieldError } from '../use-tell.ts';
import { membersWords } from './members.words.ts';

export interface Place {
  roleId: string;
  teamIds: string[];
}

interface Props {
  value: Place;
  onChange: (value: Place) => void;
  error: unknown;
}

export function RoleAndTeams({ value, onChange, error }: Props) {
  const t = useWords(membersWords);
  const roles = useRoles() ?? [];
  const teams = useTeams() ?? [];
  const say = useWords(rolesWords);
  const role = roles.find(({ id }) => id === value.roleId);
  return (
    <>
      <Select
        label={t('role')}
        description={role && sayRole(role, say)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={roles.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.roleId}
        onChange={(roleId) => roleId !== null && onChange({ ...value, roleId })}
        allowDeselect={false}
        error={fieldError(error, 'roleId')}
      />
      <MultiSelect
        label={t('teams')}
        description={t('teamsHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.teamIds}
        onChange={(teamIds) => onChange({ ...value, teamIds })}
        searchable
        error={fieldError(error, 'teamIds')}
      />
    </>
  );
}
