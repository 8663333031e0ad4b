import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys, queryRecords } from '#web/api/queries.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { useMe } from '#web/engine/model.ts';
import { timeAgo } from '#web/engine/records/time-ago.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { referenceOf, textOf } from '../read-record.ts';
import { channelName } from './channel-name.ts';
import { channelWords } from './channels.words.ts';

interface Props {
  q: string;
  channels: readonly RecordData[];
  onOpen(channel: string): void;
}

/** Messages that have the words, in all channels one sees. */
export function FoundMessages({ q, channels, onOpen }: Props) {
  const t = useWords(channelWords);
  const me = useMe();
  const { language } = useLanguage();
  const nameOf = (channel: Reference | undefined) => {
    const known = channels.find(({ id }) => id === channel?.id);
    return known ? channelName(known, me.id) : channel?.title;
  };
  const [asked] = useDebouncedValue(q, 200);
  const query = { q: asked, limit: 50 };
  const { data } = useQuery({
    queryKey: keys.list('messages', query),
    queryFn: ({ signal }) => queryRecords('messages', query, signal),
    placeholderData: keepPreviousData,
  });
  if (data?.items.length === 0)
    return <Empty title={t('noHits', { q: asked })} text={t('noHitsText')} />;
  return (
    <div className={classes.list}>
      <ul>
        {data?.items.map((message) => (
          <li key={message.id}>
            <button
              type="button"
              className={classes.entry}
              onClick={() => onOpen(referenceOf(message['channel'])?.id ?? '')}
            >
              <span className={classes.name}>{textOf(message['excerpt'])}</span>
              <span className={classes.under}>
                {[
                  // Of two, whoever wrote may be the one the channel is called after.
                  ...new Set([message.createdBy?.title, nameOf(referenceOf(message['channel']))]),
                  timeAgo(message.createdAt ?? '', language),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
