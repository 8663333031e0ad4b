import { useWords } from '#web/words/language.tsx';
import { countText, useUnread } from './use-unread.ts';
import classes from './unread-mark.module.css';
import { unreadWords } from './unread.words.ts';

/** How much of an object is unread, beside its name; nothing when all of it was read. */
export function UnreadMark({ path }: { path: string }) {
  const count = useUnread(path).reduce((sum, each) => sum + each.count, 0);
  return count === 0 ? null : (
    <span className={classes.corner}>
      <UnreadCount count={count} />
    </span>
  );
}

export function UnreadCount({ count }: { count: number }) {
  const t = useWords(unreadWords);
  return (
    <span className={classes.mark}>
      <span aria-hidden>{countText(count)}</span>
      <span className="unseen">{t('unread', { count: countText(count) })}</span>
    </span>
  );
}
