import { Button, Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLock, IconPinFilled } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Filter } from '#shared/filter.ts';
import { listQuery, queryRecords, keys } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { timeAgo } from '#web/engine/records/time-ago.ts';
import { UnreadCount } from '#web/engine/unread/unread-mark.tsx';
import type { Unread } from '#web/engine/unread/use-unread.ts';
import { Empty } from '#web/ui/empty.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import classes from '../discussion.module.css';
import { discussionWords } from '../discussion.words.ts';
import type { Showing, TalkPlace } from '../use-talk-place.ts';
import { referenceOf, textOf } from '../read-record.ts';

const shownBy: Readonly<Record<Showing, Filter>> = {
  open: { field: 'closed', op: 'ne', value: true },
  closed: { field: 'closed', op: 'eq', value: true },
  mine: { field: 'owner', op: 'eq', value: { me: true } },
};
const pinned: Filter = { field: 'pinned', op: 'eq', value: true };
const mostFound = 100;

/** Pinned ones first, then those in which somebody wrote last. */
export function TopicList({ place, unread }: { place: TalkPlace; unread: readonly Unread[] }) {
  const t = useWords(discussionWords);
  const [q] = useDebouncedValue(place.q.trim(), 200);
  const where = shownBy[place.show];
  const top = useQuery({
    ...topQuery(where),
    enabled: q === '',
  });
  const rest = useInfiniteQuery({
    ...listQuery('topics', {
      where: { and: [where, { not: pinned }] },
      sort: '-lastPostAt',
      limit: 40,
    }),
    enabled: q === '',
    placeholderData: keepPreviousData,
  });
  const found = useFound(q);
  const all =
    q === ''
      ? [...(top.data?.items ?? []), ...(rest.data?.pages.flatMap(({ items }) => items) ?? [])]
      : found;
  if (q === '' ? rest.isPending : found === undefined)
    return <Skeleton className={classes.waiting ?? ''} height={240} />;
  if (all === undefined || all.length === 0)
    return q === '' ? (
      <Empty title={t('noTopics')} text={t('noTopicsText')} />
    ) : (
      <Empty title={t('noneFound', { q })} text={t('noneFoundText')} />
    );
  return (
    <div className={classes.list}>
      <ul>
        {all.map((topic) => (
          <TopicLine
            key={topic.id}
            topic={topic}
            isOpen={topic.id === place.id}
            unread={unread.find(({ id }) => id === topic.id)?.count ?? 0}
            onOpen={() => place.go({ id: topic.id })}
          />
        ))}
      </ul>
      {q === '' && rest.hasNextPage && (
        <Button variant="subtle" onClick={() => void rest.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

const topQuery = (where: Filter) => {
  const query = { where: { and: [where, pinned] }, sort: '-lastPostAt', limit: 50 };
  return {
    queryKey: keys.list('topics', query),
    queryFn: ({ signal }: { signal: AbortSignal }) => queryRecords('topics', query, signal),
  };
};

/** Topics that have the words in their title or in what was said in them. */
function useFound(q: string): readonly RecordData[] | undefined {
  const ask = { q, limit: mostFound };
  const { data } = useQuery({
    queryKey: [...keys.records('posts'), 'found', q],
    queryFn: async ({ signal }) => {
      const [named, said] = await Promise.all([
        queryRecords('topics', ask, signal),
        queryRecords('posts', { ...ask, fields: ['topic'] }, signal),
      ]);
      const known = new Set(named.items.map(({ id }) => id));
      const others = [
        ...new Set(said.items.flatMap((post) => referenceOf(post['topic'])?.id ?? [])),
      ].filter((id) => !known.has(id));
      if (others.length === 0) return named.items;
      const where = { field: 'id', op: 'in' as const, value: others };
      const more = await queryRecords('topics', { where, sort: '-lastPostAt' }, signal);
      return [...named.items, ...more.items];
    },
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return data;
}

interface LineProps {
  topic: RecordData;
  isOpen: boolean;
  unread: number;
  onOpen(): void;
}

function TopicLine({ topic, isOpen, unread, onOpen }: LineProps) {
  const t = useWords(discussionWords);
  const { language } = useLanguage();
  const last = textOf(topic['lastPostAt']) || topic.createdAt;
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
          {topic['pinned'] === true && (
            <IconPinFilled size={14} aria-label={t('pinned')} className={classes.mark ?? ''} />
          )}
          {topic['closed'] === true && (
            <IconLock
              size={14}
              stroke={1.7}
              aria-label={t('closed')}
              className={classes.mark ?? ''}
            />
          )}
          {textOf(topic['title'])}
        </span>
        {unread > 0 && <UnreadCount count={unread} />}
        <span className={classes.under}>
          {[
            audienceOf(topic, t),
            t('posts', { count: Number(topic['postCount'] ?? 0) }),
            last === undefined ? undefined : timeAgo(last, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  );
}

type Say = ReturnType<typeof useWords<(typeof discussionWords)['vi']>>;

/** For whom it is, in words. */
export function audienceOf(record: RecordData, t: Say): string {
  const { audience } = record;
  if (audience === 'team') return t('team', { name: referenceOf(record['team'])?.title ?? '' });
  return t(audience === 'record' ? 'record' : 'company');
}
