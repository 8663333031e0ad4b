import { useQuery } from '@tanstack/react-query';
import { notificationEvents } from '#shared/personal.ts';
import { useWords } from '#web/words/language.tsx';
import classes from './notices.module.css';
import { unreadQuery, type NoticeFilter } from './notices.ts';
import { noticesWords } from './notices.words.ts';

/** All, what is not read, or one kind, each with what is not read of it; in little room only kinds with news. */
export function NoticeFilterBar({
  value,
  isBrief,
  onChange,
}: {
  value: NoticeFilter;
  isBrief: boolean;
  onChange(filter: NoticeFilter): void;
}) {
  const t = useWords(noticesWords);
  const unread = useQuery(unreadQuery).data;
  const countOf = (filter: NoticeFilter): number => {
    if (filter === 'all') return 0;
    return (filter === 'unread' ? unread?.total : unread?.kinds[filter]) ?? 0;
  };
  const kinds = notificationEvents.filter(
    (kind) => !isBrief || kind === value || countOf(kind) > 0,
  );
  const filters: NoticeFilter[] = ['all', 'unread', ...kinds];
  return (
    <div className={classes.filters} role="group" aria-label={t('filter')}>
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          className={classes.filter}
          aria-pressed={filter === value}
          onClick={() => onChange(filter)}
        >
          {t(filter)}
          {countOf(filter) > 0 && <span className={classes.number}>{countOf(filter)}</span>}
        </button>
      ))}
    </div>
  );
}
