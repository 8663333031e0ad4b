import { Button, Stack } from '@mantine/core';
import { Note } from '#web/ui/note.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import type { TagDialogProps } from './rename-tag.tsx';
import { tagsWords } from './tags.words.ts';
import { useChangeTag } from './use-change-tag.ts';

export function RemoveTag({ field, tag, onClose }: TagDialogProps) {
  const t = useWords(tagsWords);
  const textOf = useProblemText();
  const { remove } = useChangeTag(field, tag, onClose);
  return (
    <Dialog title={t('removeTitle', { name: tag.name })} onClose={onClose}>
      <Stack>
        <p>{t('removeText', { count: tag.count })}</p>
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
