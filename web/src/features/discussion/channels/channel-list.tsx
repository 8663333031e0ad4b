import { Skeleton } from '@mantine/core';
import { IconHash, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '#web/api/people.ts';
import type { RecordData } from '#web/api/records.ts';
import { usePresent } from '#web/engine/live/signals.ts';
import { useMe } from '#web/engine/model.ts';
import { UnreadCount } from '#web/engine/unread/unread-mark.tsx';
import type { Unread } from '#web/engine/unread/use-unread.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { Empty } from '#web/ui/empty.tsx';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { channelName, isDirect, otherOf } from './channel-name.ts';
import { channelWords } from './channels.words.ts';

interface Props {
  channels: readonly RecordData[] | undefined;
  unread: readonly Unread[];
  open: string | undefined;
  onOpen(id: string): void;
}

/** Channels of many, then those of two, each in the order in which somebody wrote last. */
export function ChannelList({ channels, unread, open, onOpen }: Props) {
  const t = useWords(channelWords);
  if (!channels) return <Skeleton className={classes.waiting ?? ''} height={200} />;
  if (channels.length === 0) return <Empty title={t('none')} text={t('noneText')} />;
  const groups = [
    { name: t('ofMany'), found: channels.filter((each) => !isDirect(each)) },
    { name: t('direct'), found: channels.filter(isDirect) },
  ].filter(({ found }) => found.length > 0);
  return (
    <div className={classes.list}>
      {groups.map(({ name, found }) => (
        <section key={name} aria-label={name}>
          <h2 className={classes.group}>{name}</h2>
          <ul>
            {found.map((channel) => (
              <ChannelLine
                key={channel.id}
                channel={channel}
                isOpen={channel.id === open}
                unread={unread.find(({ id }) => id === channel.id)?.count ?? 0}
                onOpen={() => onOpen(channel.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  channel: RecordData;
  isOpen: boolean;
  unread: number;
  onOpen(): void;
}

function ChannelLine({ channel, isOpen, unread, onOpen }: LineProps) {
  const t = useWords(channelWords);
  const me = useMe();
  const present = usePresent();
  const { data } = useQuery(membersQuery);
  const other = isDirect(channel) ? otherOf(channel, me.id) : undefined;
  const isHere = other !== undefined && present.has(other.id);
  const picture = data?.items.find(({ id }) => id === other?.id)?.picture ?? null;
  const Glyph = channel['audience'] === 'members' ? IconUsersGroup : IconHash;
  return (
    <li>
      <button
        type="button"
        className={classes.entry}
        aria-current={isOpen || undefined}
        data-unread={unread > 0 || undefined}
        onClick={onOpen}
      >
        <span className={classes.name}>
          {other ? (
            <span className={classes.person} data-here={isHere || undefined}>
              <Avatar name={other.title ?? ''} picture={picture} size={24} />
            </span>
          ) : (
            <Glyph size={16} stroke={1.7} aria-hidden className={classes.mark ?? ''} />
          )}
          {channelName(channel, me.id)}
          {isHere && <span className="unseen">, {t('here')}</span>}
        </span>
        {unread > 0 && <UnreadCount count={unread} />}
      </button>
    </li>
  );
}
