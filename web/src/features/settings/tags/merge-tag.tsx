import { Button, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { Note } from '#web/ui/note.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { useProblemText } from '../use-tell.ts';
import { findTags } from './find-tags.ts';
import type { TagDialogProps } from './rename-tag.tsx';
import { tagsWords } from './tags.words.ts';
import { useChangeTag } from './use-change-tag.ts';

export function MergeTag({ field, tag, tags, onClose }: TagDialogProps) {
  const t = useWords(tagsWords);
  const textOf = useProblemText();
  const [into, setInto] = useState<string | null>(null);
  const { merge } = useChangeTag(field, tag, onClose);
  const others = findTags(tags, '', 'count').filter(({ id }) => id !== tag.id);
  const chosen = others.find(({ id }) => id === into);
  return (
    <Dialog title={t('mergeTitle', { name: tag.name })} onClose={onClose}>
      <Stack>
        <Select
          label={t('into')}
          data={others.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }))}
          value={into}
          onChange={setInto}
          limit={100}
          searchable
          data-autofocus
        />
        {chosen && <p>{t('mergeText', { count: tag.count, name: tag.name, into: chosen.name })}</p>}
        {merge.error && <Note tone="bad">{textOf(merge.error)}</Note>}
        <DialogFoot onCancel={onClose}>
          <Button
            disabled={!chosen}
            loading={merge.isPending}
            onClick={() => chosen && merge.mutate(chosen)}
          >
            {chosen ? t('mergeInto', { name: chosen.name }) : t('mergeButton')}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
