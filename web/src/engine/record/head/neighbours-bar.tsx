import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { recordWords } from '../record.words.ts';
import { totalText } from '../total-text.ts';
import classes from './head.module.css';
import { useNeighbours } from './use-neighbours.ts';

/** `1 / 42`, and the way to the ones before and after. */
export function NeighboursBar() {
  const t = useWords(recordWords);
  const { language } = useLanguage();
  const { neighbours, go } = useNeighbours();
  if (!neighbours || neighbours.total.value < 2) return null;
  const { position, total, previous, next } = neighbours;
  const count = totalText(total, language);
  return (
    <div className={classes.neighbours}>
      <span className={classes.position}>{t('positionOf', { position, count })}</span>
      <ActionIcon
        className={classes.walk ?? ''}
        aria-label={t('previous')}
        title={t('previous')}
        disabled={previous === undefined}
        onClick={() => go(previous)}
      >
        <IconChevronUp size={16} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        className={classes.walk ?? ''}
        aria-label={t('next')}
        title={t('next')}
        disabled={next === undefined}
        onClick={() => go(next)}
      >
        <IconChevronDown size={16} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}
