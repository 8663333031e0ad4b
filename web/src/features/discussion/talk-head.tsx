import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './discussion.module.css';
import { talkWords } from './talk/talk.words.ts';

interface Props {
  title: ReactNode;
  under: ReactNode;
  onBack(): void;
  /** What can be done with it. */
  children?: ReactNode;
}

/** Above what is said; on a phone it leads back to the list. */
export function TalkHead({ title, under, onBack, children }: Props) {
  const t = useWords(talkWords);
  return (
    <header className={classes.head}>
      <ActionIcon className={classes.back ?? ''} size="xl" aria-label={t('back')} onClick={onBack}>
        <IconArrowLeft size={20} stroke={1.5} />
      </ActionIcon>
      <div className={classes.titles}>
        <h2>{title}</h2>
        <p className={classes.under}>{under}</p>
      </div>
      {children}
    </header>
  );
}
