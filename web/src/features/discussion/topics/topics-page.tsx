import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconChecks, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { openForm } from '#web/engine/form/open-form.ts';
import { useObject } from '#web/engine/model.ts';
import { usePageTitle } from '#web/engine/page-title.ts';
import { useUnread } from '#web/engine/unread/use-unread.ts';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { discussionWords } from '../discussion.words.ts';
import { useTalkPlace } from '../use-talk-place.ts';
import { TopicList } from './topic-list.tsx';
import { TopicView } from './topic-view.tsx';

/** Topics at the left, what is said in one at the right; on a phone one after the other. */
export function TopicsPage() {
  const t = useWords(discussionWords);
  const place = useTalkPlace('topics');
  const client = useQueryClient();
  const object = useObject({ key: 'topic' });
  const unread = useUnread('topics');
  usePageTitle(t('topics'));
  const readAll = () =>
    void send('POST', address('topics/read')).then(() =>
      client.invalidateQueries({ queryKey: keys.unread }),
    );
  return (
    <div className={classes.page} data-open={place.id !== undefined || undefined}>
      <h1 className="unseen">{t('topics')}</h1>
      <section className={classes.side} aria-label={t('list')}>
        <div className={classes.tools}>
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
                size="lg"
                aria-label={t('readAll')}
                title={t('readAll')}
                onClick={readAll}
              >
                <IconChecks size={16} stroke={1.7} />
              </ActionIcon>
            )}
          </div>
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
            value={place.q}
            onChange={({ currentTarget }) => place.go({ q: currentTarget.value })}
          />
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
        </div>
        <TopicList place={place} unread={unread} />
      </section>
      <section className={classes.main} aria-label={t('topics')}>
        {place.id === undefined ? (
          <p className={classes.choose}>{t('choose')}</p>
        ) : (
          <TopicView key={place.id} id={place.id} onBack={() => place.go({ id: undefined })} />
        )}
      </section>
    </div>
  );
}
