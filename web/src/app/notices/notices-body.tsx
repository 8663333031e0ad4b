import { ActionIcon, Button } from '@mantine/core';
import { IconChecks, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayKeep } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { NoticeFilterBar } from './notice-filter.tsx';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';
import { unreadQuery, type NoticeFilter } from './notices.ts';
import { noticesWords } from './notices.words.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useNewest } from './use-newest.ts';

interface Props {
  isBrief?: boolean;
  onOpen?: () => void;
}

/** Head, filters and lines of the notices: the same in the panel of the bell and on the page. */
export function NoticesBody({ isBrief = false, onOpen = () => undefined }: Props) {
  const t = useWords(noticesWords);
  const [filter, setFilter] = useState<NoticeFilter>('all');
  const unread = useQuery(unreadQuery).data;
  const newest = useNewest(filter);
  const mark = useMarkRead();
  const mayKeep = useMayKeep();
  const left = filter === 'all' || filter === 'unread' ? unread?.total : unread?.kinds[filter];
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.heading}>{t('notices')}</h1>
        {mayKeep && (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconChecks size={16} stroke={1.7} aria-hidden />}
              className={classes.readAll ?? ''}
              disabled={!left}
              onClick={() => mark.all(filter, newest)}
            >
              {t('readAll')}
            </Button>
            <ActionIcon
              component={Link}
              to="/settings/notifications"
              aria-label={t('settings')}
              title={t('settings')}
              onClick={onOpen}
            >
              <IconSettings size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </>
        )}
      </div>
      <NoticeFilterBar value={filter} isBrief={isBrief} onChange={setFilter} />
      <NoticeList key={filter} filter={filter} onOpen={onOpen} />
    </>
  );
}
