import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { teamsQuery, type Team } from '../people/people-queries.ts';
import { useProblemText } from '../use-tell.ts';
import { teamsWords } from './teams.words.ts';

export function RemoveTeam({ team, onClose }: { team: Team; onClose: () => void }) {
  const t = useWords(teamsWords);
  const textOf = useProblemText();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => send('DELETE', `/api/v1/teams/${team.id}`),
    onSuccess: async () => {
      onClose();
      notify({ tone: 'ok', text: t('removed', { name: team.name }) });
      await client.invalidateQueries({ queryKey: teamsQuery.queryKey });
    },
  });
  return (
    <Dialog title={t('removeTitle', { name: team.name })} onClose={onClose}>
      <Stack>
        <p>{t('removeText')}</p>
        {remove.error && <Note tone="bad">{textOf(remove.error)}</Note>}
        <DialogFoot onCancel={onClose} grave>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
