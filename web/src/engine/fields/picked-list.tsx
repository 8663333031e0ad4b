import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Reference } from '#web/api/records.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './fields.module.css';
import { fieldWords } from './fields.words.ts';

/** What was chosen so far, each with a way out. */
export function PickedList({
  items,
  onRemove,
}: {
  items: readonly Reference[];
  onRemove: (id: string) => void;
}) {
  const t = useWords(fieldWords);
  return items.map(({ id, title }) => {
    const name = title ?? t('unseen');
    return (
      <span key={id} className={classes.picked}>
        <span className={classes.cut}>{name}</span>
        <ActionIcon aria-label={t('remove', { name })} onClick={() => onRemove(id)}>
          <IconX size={14} />
        </ActionIcon>
      </span>
    );
  });
}
