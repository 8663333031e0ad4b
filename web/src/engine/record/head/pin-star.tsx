import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useWords } from '#web/words/language.tsx';
import { useFavourites } from '../../favourites.ts';
import { useMayKeep } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { recordWords } from '../record.words.ts';
import classes from './head.module.css';

/** Keeps the record in the navigation of this person. */
export function PinStar({ size = 'lg' }: { size?: 'lg' | 48 }) {
  const t = useWords(recordWords);
  const { object, record, title } = useOnPage();
  const { has, toggle } = useFavourites();
  const mayKeep = useMayKeep();
  const favourite = { object: object.key, id: record.id };
  const isPinned = has(favourite);
  if (!mayKeep) return null;
  return (
    <ActionIcon
      size={size}
      aria-label={t(isPinned ? 'unpin' : 'pin')}
      title={t(isPinned ? 'unpin' : 'pin')}
      aria-pressed={isPinned}
      onClick={() => toggle({ ...favourite, title })}
    >
      {isPinned ? (
        <IconStarFilled size={16} className={classes.pinned} />
      ) : (
        <IconStar size={size === 48 ? 20 : 16} stroke={size === 48 ? 1.5 : 1.7} />
      )}
    </ActionIcon>
  );
}
