import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys, queryRecords } from '#web/api/queries.ts';
import { timeAgo } from '#web/engine/records/time-ago.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { referenceOf, textOf } from '../read-record.ts';
import { channelWords } from './channels.words.ts';

/** Messages that have the words, in all channels one sees. */
export function FoundMessages({ q, onOpen }: { q: string; onOpen(channel: string): void }) {
  const t = useWords(channelWords);
  const { language } = useLanguage();
  const [asked] = useDebouncedValue(q, 200);
  const query = { q: asked, limit: 50 };
  const { data } = useQuery({
    queryKey: keys.list('messages', query),
    queryFn: ({ signal }) => queryRecords('messages', query, signal),
    placeholderData: keepPreviousData,
  });
  if (data?.items.length === 0) return <Empty title={t('noHits', { q: asked })} />;
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
                  message.createdBy?.title,
                  referenceOf(message['channel'])?.title,
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
