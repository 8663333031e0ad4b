import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconBell,
  IconBellFilled,
  IconDots,
  IconLock,
  IconLockOpen,
  IconPin,
  IconPinnedOff,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { links } from '#web/engine/fields/links.tsx';
import { recordQuery } from '#web/api/queries.ts';
import { useObject } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { discussionWords } from '../discussion.words.ts';
import { textOf } from '../read-record.ts';
import { TalkHead } from '../talk-head.tsx';
import { topicTalk } from '../talk/said.ts';
import { TalkView } from '../talk/talk-view.tsx';
import { Polls } from './polls.tsx';
import { audienceOf } from './topic-list.tsx';
import { useTopicActions } from './use-topic-actions.ts';

/** A topic: for whom it is, what it is about, its polls and its posts. */
export function TopicView({ id, onBack }: { id: string; onBack(): void }) {
  const t = useWords(discussionWords);
  const { data: topic } = useQuery(recordQuery('topics', id));
  const actions = useTopicActions(id, topic);
  const overAll = useObject({ key: 'post' })?.rights.export ?? false;
  const isPhone = useMediaQuery('(max-width: 720px)');
  const isClosed = topic?.['closed'] === true;
  const isPinned = topic?.['pinned'] === true;
  const about = Array.isArray(topic?.['about']) ? topic['about'] : [];
  const Follow = actions.isFollowing ? IconBellFilled : IconBell;
  const field = useObject({ key: 'topic' })?.field.get('about');
  return (
    <>
      <TalkHead
        title={textOf(topic?.['title'])}
        under={
          <>
            {topic && audienceOf(topic, t)}
            {about.length > 0 && field?.kind === 'links' && (
              <>
                {' · '}
                <links.Show field={field} value={about} place="page" />
              </>
            )}
          </>
        }
        onBack={onBack}
      >
        {!topic ? null : isPhone ? (
          <ActionIcon
            size="xl"
            aria-pressed={actions.isFollowing}
            aria-label={t('follow')}
            onClick={actions.follow}
          >
            <Follow size={20} stroke={1.5} />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            aria-pressed={actions.isFollowing}
            leftSection={<Follow size={16} stroke={1.7} aria-hidden />}
            onClick={actions.follow}
          >
            {t(actions.isFollowing ? 'following' : 'follow')}
          </Button>
        )}
        {topic && actions.mayChange && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="lg" aria-label={t('actions')}>
                <IconDots size={16} stroke={1.7} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={
                  isPinned ? (
                    <IconPinnedOff size={16} stroke={1.7} aria-hidden />
                  ) : (
                    <IconPin size={16} stroke={1.7} aria-hidden />
                  )
                }
                onClick={() => actions.change({ pinned: !isPinned })}
              >
                {t(isPinned ? 'unpin' : 'pin')}
              </Menu.Item>
              <Menu.Item
                leftSection={
                  isClosed ? (
                    <IconLockOpen size={16} stroke={1.7} aria-hidden />
                  ) : (
                    <IconLock size={16} stroke={1.7} aria-hidden />
                  )
                }
                onClick={() => actions.change({ closed: !isClosed })}
              >
                {t(isClosed ? 'reopen' : 'close')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
                onClick={() => {
                  void actions.remove();
                  onBack();
                }}
              >
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </TalkHead>
      <TalkView
        kind={topicTalk}
        id={id}
        label={t('addPost')}
        closed={isClosed ? t('closedNow') : undefined}
        mayRemoveAll={overAll && actions.mayChange}
      >
        <Polls topic={id} />
      </TalkView>
    </>
  );
}
