import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '#web/api/request.ts';
import { Note } from '#web/ui/note.tsx';
import { notify } from '#web/ui/notify.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { apiKeysQuery, type ApiKey } from './api-key.ts';
import { apiKeysWords } from './api-keys.words.ts';

export function EndKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useWords(apiKeysWords);
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
        <DialogFoot onCancel={onClose} grave>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
            {t('end')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
