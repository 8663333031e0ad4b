import { Popover, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '#web/words/language.tsx';
import classes from './bell.module.css';
import { unreadQuery } from './notices.ts';
import { noticesWords } from './notices.words.ts';

const NoticePanel = lazy(async () => ({
  default: (await import('./notice-panel.tsx')).NoticePanel,
}));

const mostShown = 99;

/** How many came since the page was opened or read; told to who listens instead of looking. */
function useNews(total: number | undefined): number {
  const [seen, setSeen] = useState<number>();
  const [news, setNews] = useState(0);
  if (seen !== total) {
    setSeen(total);
    setNews(seen !== undefined && total !== undefined && total > seen ? total - seen : 0);
  }
  return news;
}

/** How much is not read; opens the notices, on a phone as a page. */
export function Bell() {
  const t = useWords(noticesWords);
  const navigate = useNavigate();
  const isPhone = useMediaQuery('(max-width: 720px)');
  const [opened, setOpened] = useState(false);
  const unread = useQuery(unreadQuery).data?.total;
  const total = unread ?? 0;
  useEffect(() => {
    // Beside the icon of an installed Duyên, where there is such a place.
    if ('setAppBadge' in navigator) void navigator.setAppBadge(total).catch(() => undefined);
  }, [total]);
  const news = useNews(unread);
  const name = total === 0 ? t('notices') : t('bell', { count: total });
  return (
    <>
      <span className="unseen" role="status">
        {news > 0 && t('news', { count: news })}
      </span>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={400}
        trapFocus
        returnFocus
        withinPortal={false}
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.bell}
            aria-label={name}
            onClick={() => (isPhone ? void navigate({ to: '/notices' }) : setOpened(!opened))}
          >
            <IconBell size={18} stroke={1.7} aria-hidden />
            {total > 0 && (
              <span className={classes.count} aria-hidden>
                {total > mostShown ? `${mostShown}+` : total}
              </span>
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('notices')}>
          <Suspense fallback={<Skeleton height={480} radius={0} />}>
            <NoticePanel onDone={() => setOpened(false)} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
