import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys, queryRecords, renew } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { MemberPicker } from '#web/engine/fields/member-picker.tsx';
import { useMe, useObject } from '#web/engine/model.ts';
import { useUnread } from '#web/engine/unread/use-unread.ts';
import { useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { TalkPage, TalkSearch } from '../talk-page.tsx';
import { useTalkPlace } from '../use-talk-place.ts';
import { ChannelForm } from './channel-form.tsx';
import { ChannelList } from './channel-list.tsx';
import { channelWords } from './channels.words.ts';
import { ChannelView } from './channel-view.tsx';
import { FoundMessages } from './found-messages.tsx';

const all = { sort: '-lastMessageAt', limit: 200 };

/** Channels, and the messages of one. */
export function ChannelsPage() {
  const t = useWords(channelWords);
  const place = useTalkPlace('channels');
  const client = useQueryClient();
  const me = useMe();
  const object = useObject({ key: 'channel' });
  const unread = useUnread('channels');
  const [isNew, setNew] = useState(false);
  const { data } = useQuery({
    queryKey: keys.list('channels', all),
    queryFn: ({ signal }) => queryRecords('channels', all, signal),
  });
  const writeTo = async (member: string) => {
    const { id } = await send<{ id: string }>('POST', address('channels/direct'), { member });
    await renew(client, 'channels');
    place.go({ id });
  };
  return (
    <>
      <TalkPage
        place={place}
        title={t('channels')}
        listed={t('list')}
        tools={
          <>
            {object?.rights.create && (
              <div className={classes.row} data-low>
                <Input.Wrapper className={classes.search ?? ''} label={t('writeTo')}>
                  <MemberPicker
                    value={null}
                    without={[me.id]}
                    clearable={false}
                    input={{ 'aria-label': t('writeTo') }}
                    onChange={(member) => {
                      if (member) void writeTo(member.id);
                    }}
                  />
                </Input.Wrapper>
                <Button
                  leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
                  onClick={() => setNew(true)}
                >
                  {t('newChannel')}
                </Button>
              </div>
            )}
            <TalkSearch place={place} label={t('search')} />
          </>
        }
        list={
          place.q.trim() === '' ? (
            <ChannelList
              channels={data?.items}
              unread={unread}
              open={place.id}
              onOpen={(id) => place.go({ id })}
            />
          ) : (
            <FoundMessages
              q={place.q.trim()}
              channels={data?.items ?? []}
              onOpen={(id) => place.go({ id })}
            />
          )
        }
        choose={t('choose')}
        talk={(id, onBack) => <ChannelView key={id} id={id} onBack={onBack} />}
      />
      {isNew && (
        <ChannelForm
          onClose={() => setNew(false)}
          onDone={(id) => {
            setNew(false);
            place.go({ id });
          }}
        />
      )}
    </>
  );
}
