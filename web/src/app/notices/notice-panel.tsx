import { Link } from '@tanstack/react-router';
import { useWords } from '#web/words/language.tsx';
import { NoticesBody } from './notices-body.tsx';
import classes from './notices.module.css';
import { noticesWords } from './notices.words.ts';

/** What the bell opens. */
export function NoticePanel({ onDone }: { onDone(): void }) {
  const t = useWords(noticesWords);
  return (
    <div className={classes.panel}>
      <NoticesBody isBrief onOpen={onDone} />
      <Link to="/notices" className={classes.foot ?? ''} onClick={onDone}>
        {t('seeAll')}
      </Link>
    </div>
  );
}
