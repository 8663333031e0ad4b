import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconChecks, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { useUnread } from '#web/engine/unread/use-unread.ts';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { discussionWords } from '../discussion.words.ts';
import { TalkPage, TalkSearch } from '../talk-page.tsx';
import { useTalkPlace } from '../use-talk-place.ts';
import { TopicList } from './topic-list.tsx';
import { TopicView } from './topic-view.tsx';

/** Topics, and what is said in one. */
export function TopicsPage() {
  const t = useWords(discussionWords);
  const place = useTalkPlace('topics');
  const client = useQueryClient();
  const object = useObject({ key: 'topic' });
  const unread = useUnread('topics');
  const readAll = () =>
    void send('POST', address('topics/read')).then(() =>
      client.invalidateQueries({ queryKey: keys.unread }),
    );
  return (
    <TalkPage
      place={place}
      title={t('topics')}
      listed={t('list')}
      tools={
        <>
          <div className={classes.row}>
            {object?.rights.create && (
              <Button
                className={classes.search ?? ''}
                leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
                onClick={() => openForm({ object: 'topic' })}
              >
                {t('newTopic')}
              </Button>
            )}
            {unread.length > 0 && (
              <ActionIcon
                size={32}
                aria-label={t('readAll')}
                title={t('readAll')}
                onClick={readAll}
              >
                <IconChecks size={16} stroke={1.7} />
              </ActionIcon>
            )}
          </div>
          <TalkSearch place={place} label={t('search')} />
          <SegmentedControl
            fullWidth
            aria-label={t('showing')}
            value={place.show}
            onChange={(show) => place.go({ show: show === 'open' ? undefined : show })}
            data={(['open', 'mine', 'closed'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
          />
        </>
      }
      list={<TopicList place={place} unread={unread} />}
      choose={t('choose')}
      talk={(id, onBack) => <TopicView key={id} id={id} onBack={onBack} />}
    />
  );
}
