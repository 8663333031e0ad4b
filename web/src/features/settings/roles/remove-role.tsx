import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { rolesQuery, type Role } from '../people/people-queries.ts';
import { useProblemText } from '../use-tell.ts';
import { rolesWords } from './roles.words.ts';

interface Props {
  role: Role;
  people: number;
  onClose: () => void;
}

export function RemoveRole({ role, people, onClose }: Props) {
  const t = useWords(rolesWords);
  const textOf = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/api/v1/roles/${role.id}`),
    onSuccess: async () => {
      onClose();
      notify({ tone: 'ok', text: t('removed', { name: role.name }) });
      await navigate({ to: '/settings/$page', params: { page: 'roles' } });
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
    },
  });
  return (
    <Dialog onClose={onClose} title={t('removeTitle', { name: role.name })}>
      <Stack>
        {remove.error && <Note tone="bad">{textOf(remove.error)}</Note>}
        <p>{people > 0 ? t('removeHeld', { count: people }) : t('removeText')}</p>
        <DialogFoot onCancel={onClose} grave>
          {people === 0 && (
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('remove')}
            </Button>
          )}
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
