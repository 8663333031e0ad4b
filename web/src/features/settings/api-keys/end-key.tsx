import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { settingsWords } from '../settings.words.ts';
import { useProblemText } from '../use-tell.ts';
import { apiKeysQuery, type ApiKey } from './api-key.ts';
import { apiKeysWords } from './api-keys.words.ts';

export function EndKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const s = useWords(settingsWords);
  const textOf = useProblemText();
  const client = useQueryClient();
  const { id, name } = apiKey;
  const end = useMutation({
    mutationFn: () => send('DELETE', `/api/v1/api-keys/${id}`),
    onSuccess: async () => {
      onClose();
      notify({ tone: 'ok', text: t('endDone', { name }) });
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
  });
  return (
    <Dialog title={t('endTitle', { name })} onClose={onClose}>
      <Stack>
        <p>{t('endText')}</p>
        {end.error && <Note tone="bad">{textOf(end.error)}</Note>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {s('cancel')}
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
            {t('end')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
