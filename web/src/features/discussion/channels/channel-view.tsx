import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recordQuery } from '#web/api/queries.ts';
import { usePresent } from '#web/engine/live/signals.ts';
import { useMe } from '#web/engine/model.ts';
import { useWords } from '#web/words/language.tsx';
import { referenceOf, referencesOf, textOf } from '../read-record.ts';
import { TalkHead } from '../talk-head.tsx';
import { channelTalk } from '../talk/said.ts';
import { TalkView } from '../talk/talk-view.tsx';
import { ChannelForm } from './channel-form.tsx';
import { channelName, isDirect, otherOf } from './channel-name.ts';
import { channelWords } from './channels.words.ts';

/** The messages of a channel; who of its people is there stands above. */
export function ChannelView({ id, onBack }: { id: string; onBack(): void }) {
  const t = useWords(channelWords);
  const me = useMe();
  const present = usePresent();
  const { data: channel } = useQuery(recordQuery('channels', id));
  const [isChanging, setChanging] = useState(false);
  const people = referencesOf(channel?.['people']);
  const mayChange =
    channel !== undefined &&
    !isDirect(channel) &&
    (me.role.administrator ||
      referenceOf(channel['owner'])?.id === me.id ||
      people.some((each) => each.id === me.id));
  return (
    <>
      <TalkHead title={channel && channelName(channel, me.id)} under={factsOf()} onBack={onBack}>
        {mayChange && (
          <ActionIcon
            size="lg"
            aria-label={t('change')}
            title={t('change')}
            onClick={() => setChanging(true)}
          >
            <IconPencil size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </TalkHead>
      <TalkView
        kind={channelTalk}
        id={id}
        label={t('write')}
        enterSends
        mayRemoveAll={me.role.administrator}
      />
      {isChanging && channel && (
        <ChannelForm
          channel={channel}
          onClose={() => setChanging(false)}
          onDone={() => setChanging(false)}
        />
      )}
    </>
  );

  function factsOf(): string {
    if (!channel) return '';
    if (isDirect(channel)) return present.has(otherOf(channel, me.id)?.id ?? '') ? t('here') : '';
    const { audience } = channel;
    const whom =
      audience === 'company'
        ? t('company')
        : audience === 'team'
          ? (referenceOf(channel['team'])?.title ?? '')
          : people.map(({ title }) => title).join(', ');
    const count = people.filter((each) => present.has(each.id)).length;
    const here = audience === 'members' && count > 0 ? t('hereCount', { count }) : '';
    return [textOf(channel['about']), whom, here].filter(Boolean).join(' · ');
  }
}
