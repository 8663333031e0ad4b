import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '#shared/locale/date.ts';
import { dateInZone } from '#shared/locale/date-time.ts';
import { teamsQuery } from '#web/api/people.ts';
import { address, send } from '#web/api/request.ts';
import { useMe } from '#web/engine/model.ts';
import { CopyText } from '#web/ui/copy-text.tsx';
import { notify } from '#web/ui/notify.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Section } from '../section.tsx';
import { useTell } from '../use-tell.ts';
import { feedsQuery } from './calendar-settings.queries.ts';
import { calendarSettingsWords } from './calendar-settings.words.ts';
import classes from './calendar-settings.module.css';

/** Secret addresses at which other programs read the calendar, of oneself and of one's teams. */
export function FeedsSection() {
  const t = useWords(calendarSettingsWords);
  const me = useMe();
  const { data: teams } = useQuery(teamsQuery);
  const own = (teams?.items ?? []).filter(
    ({ id }) => me.role.administrator || me.teamIds.includes(id),
  );
  return (
    <Section title={t('feeds')} text={t('feedsText')}>
      <div>
        <FeedLine name={t('mine')} />
        {own.map(({ id, name }) => (
          <FeedLine key={id} team={id} name={t('ofTeam', { name })} />
        ))}
      </div>
    </Section>
  );
}

function FeedLine({ team, name }: { team?: string; name: string }) {
  const t = useWords(calendarSettingsWords);
  const { timeZone } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const { data } = useQuery(feedsQuery);
  // Told once, when it is made; the server keeps none it could tell again.
  const [path, setPath] = useState<string>();
  const feed = data?.items.find((each) => (each.team?.id ?? undefined) === team);
  const renew = () => client.invalidateQueries({ queryKey: feedsQuery.queryKey });
  const make = useMutation({
    mutationFn: () =>
      send<{ path: string }>('POST', address('calendar/feeds'), team === undefined ? {} : { team }),
    onSuccess: (made) => {
      setPath(made.path);
      return renew();
    },
    onError: (error) => tell(error),
  });
  const end = useMutation({
    mutationFn: (id: string) => send('DELETE', address(`calendar/feeds/${id}`)),
    onSuccess: () => {
      setPath(undefined);
      notify({ tone: 'ok', text: t('ended', { name }) });
      return renew();
    },
    onError: (error) => tell(error),
  });
  const link = path === undefined ? undefined : `${window.location.origin}${path}`;
  return (
    <div role="group" aria-label={name} className={classes.feed}>
      <div className={classes.feedHead}>
        <span className={classes.feedName}>{name}</span>
        {feed && (
          <span className={classes.since}>
            {t('since', { date: formatDate(dateInZone(new Date(feed.createdAt), timeZone)) })}
          </span>
        )}
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t(feed ? 'renewFeed' : 'makeFeed')}
        </Button>
        {feed && (
          <Button variant="subtle" color="gray" onClick={() => end.mutate(feed.id)}>
            {t('endFeed')}
          </Button>
        )}
      </div>
      {link !== undefined && (
        <div className={classes.secret}>
          <TextInput
            readOnly
            aria-label={t('address', { name })}
            value={link}
            description={t('onlyNow')}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <CopyText text={link} label={t('copy')} />
        </div>
      )}
    </div>
  );
}
