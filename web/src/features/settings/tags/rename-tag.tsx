import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Note } from '#web/ui/note.tsx';
import { DialogFoot } from '#web/ui/dialog-foot.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { useWords } from '#web/words/language.tsx';
import { fieldError, useProblemText } from '../use-tell.ts';
import { sameTag } from './find-tags.ts';
import type { CountedTag, TagField } from './tags-query.ts';
import { tagsWords } from './tags.words.ts';
import { useChangeTag } from './use-change-tag.ts';

export interface TagDialogProps {
  field: TagField;
  tag: CountedTag;
  tags: readonly CountedTag[];
  onClose: () => void;
}

/** A new name; one that another tag has already makes one tag of both, if that is wanted. */
export function RenameTag({ field, tag, tags, onClose }: TagDialogProps) {
  const t = useWords(tagsWords);
  const textOf = useProblemText();
  const [name, setName] = useState(tag.name);
  const { rename, merge } = useChangeTag(field, tag, onClose);
  const twin = sameTag(tags, tag, name);
  const error = merge.error ?? rename.error;
  const atField = fieldError(rename.error, 'name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (twin) merge.mutate(twin);
    else if (name.trim() === tag.name) onClose();
    else rename.mutate(name.trim());
  };
  return (
    <Dialog title={t('rename')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('newName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={atField}
            data-autofocus
          />
          {twin && (
            <Note tone="warn">
              {t('sameName')}{' '}
              {t('mergeText', { count: tag.count, name: tag.name, into: twin.name })}
            </Note>
          )}
          {error !== null && atField === undefined && <Note tone="bad">{textOf(error)}</Note>}
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={rename.isPending || merge.isPending}>
              {twin ? t('mergeInto', { name: twin.name }) : t('save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
