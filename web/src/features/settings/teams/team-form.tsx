import { Button, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import type { Member, Team } from '../people/people-queries.ts';
import { fieldError, isTaken } from '../use-tell.ts';
import { teamsWords } from './teams.words.ts';
import { isWithin } from './tree.ts';
import { useSaveTeam, type TeamValues } from './use-save-team.ts';

interface Props {
  /** Without it a new one is made, in `parentId`. */
  team?: Team;
  parentId?: string;
  teams: readonly Team[];
  members: readonly Member[];
  onClose: () => void;
}

export function TeamForm({ team, parentId, teams, members, onClose }: Props) {
  const t = useWords(teamsWords);
  const people = members.filter(({ active }) => active);
  const [values, setValues] = useState<TeamValues>({
    name: team?.name ?? '',
    parentId: team?.parentId ?? parentId ?? null,
    leaderId: team?.leaderId ?? null,
    memberIds: team
      ? people.filter((each) => each.teamIds.includes(team.id)).map(({ id }) => id)
      : [],
  });
  const save = useSaveTeam(team, people, onClose);
  const set = (changed: Partial<TeamValues>) => setValues((before) => ({ ...before, ...changed }));
  const parents = teams.filter(({ id }) => !team || !isWithin(teams, id, team.id));
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(values);
  };
  return (
    <Dialog title={team?.name ?? t('newTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={isTaken(save.error, 'name') ? t('nameTaken') : fieldError(save.error, 'name')}
            data-autofocus
          />
          <Select
            label={t('parent')}
            placeholder={t('top')}
            data={parents.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.parentId}
            onChange={(id) => set({ parentId: id })}
            clearable
            searchable
            error={fieldError(save.error, 'parentId')}
          />
          <Select
            label={t('leaderField')}
            placeholder={t('nobody')}
            data={choices}
            value={values.leaderId}
            onChange={(id) => set({ leaderId: id })}
            clearable
            searchable
            error={fieldError(save.error, 'leaderId')}
          />
          <MultiSelect
            label={t('people')}
            data={choices}
            value={values.memberIds}
            onChange={(memberIds) => set({ memberIds })}
            searchable
          />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
