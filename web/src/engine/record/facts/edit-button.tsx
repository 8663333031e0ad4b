import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { useRecordVerbs } from '../head/use-record-verbs.tsx';
import { recordWords } from '../record.words.ts';
import classes from './facts.module.css';

/** All of the record in its form, from where it is read; a single value is pressed. */
export function EditButton() {
  const t = useWords(recordWords);
  const { edit, canEdit } = useRecordVerbs();
  if (!canEdit) return null;
  return (
    <Button
      className={classes.edit ?? ''}
      variant="subtle"
      color="gray"
      leftSection={<IconPencil size={20} stroke={1.5} />}
      onClick={edit}
    >
      {t('edit')}
    </Button>
  );
}
