import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { useWords } from '#web/words/language.tsx';
import { RoleAndTeams } from './role-and-teams.tsx';
import { membersQuery, type Member } from '../people/people-queries.ts';
import { fieldError, useTell } from '../use-tell.ts';
import { membersWords } from './members.words.ts';

/** Name, role and teams of somebody else. */
export function EditMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useWords(membersWords);
  const tell = useTell();
  const client = useQueryClient();
  const [name, setName] = useState(member.name);
  const [place, setPlace] = useState({ roleId: member.roleId, teamIds: member.teamIds });
  const path = `/api/v1/members/${member.id}`;
  const renew = () => client.invalidateQueries({ queryKey: membersQuery.queryKey });
  const undo = async () => {
    const { roleId, teamIds } = member;
    await send('PATCH', path, { name: member.name, roleId, teamIds });
    await renew();
  };
  const save = useMutation({
    mutationFn: () => send<Member>('PATCH', path, { name, ...place }),
    onSuccess: async (saved) => {
      onClose();
      notify({
        tone: 'ok',
        text: t('saved', { name: saved.name }),
        action: { label: t('undo'), run: () => void undo().catch(tell) },
      });
      await renew();
    },
    onError: (error) => {
      if (!['name', 'roleId', 'teamIds'].some((path) => fieldError(error, path))) tell(error);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={member.name}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldError(save.error, 'name')}
          />
          <RoleAndTeams value={place} onChange={setPlace} error={save.error} />
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
