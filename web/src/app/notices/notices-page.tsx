import { usePageTitle } from '#web/engine/page-title.ts';
import { useWords } from '#web/words/language.tsx';
import { NoticesBody } from './notices-body.tsx';
import classes from './notices.module.css';
import { noticesWords } from './notices.words.ts';

/** Everything one was told of; on a phone this is what the bell opens. */
export function NoticesPage() {
  const t = useWords(noticesWords);
  usePageTitle(t('notices'));
  return (
    <div className={classes.page}>
      <NoticesBody />
    </div>
  );
}
