import { Drawer, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatTime } from '#shared/locale/date-time.ts';
import { isProblem } from '#web/api/problem.ts';
import { keys, recordQuery } from '#web/api/queries.ts';
import type { RecordData } from '#web/api/records.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { useMe, useObject } from '#web/engine/model.ts';
import { cachedRecord } from '#web/engine/records/cached-record.ts';
import { Note } from '#web/ui/note.tsx';
import { useBackCloses } from '#web/ui/use-back-closes.ts';
import { useReturnFocus } from '#web/ui/use-return-focus.ts';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { activitiesPath, isOpen, partiesOf, wholeMinutes } from '../activity.ts';
import { closeFinish, type FinishRequest } from '../open-finish.ts';
import { dropRunning, readRunning } from '../running-call.ts';
import classes from './finish.module.css';
import { finishWords } from './finish.words.ts';
import { FinishForm } from './finish-form.tsx';

/** From the lower edge on a phone, at the right elsewhere. */
export function FinishSheet({ request }: { request: FinishRequest }) {
  useReturnFocus();
  useBackCloses(closeFinish);
  const t = useWords(finishWords);
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false });
  const object = useObject({ key: 'activity' });
  const { id: member } = useMe();
  const client = useQueryClient();
  const { data: asked, error } = useQuery(recordQuery(activitiesPath, request.id));
  // Without a network, the line of the day it was opened from is enough.
  const data =
    asked ??
    cachedRecord(
      client.getQueriesData({ queryKey: keys.records(activitiesPath) }).map(([, answer]) => answer),
      request.id,
    );
  // Begun without a network, only this device knows when.
  const [running] = useState(() => readRunning(member));
  const activity =
    data && !data['startedAt'] && running?.id === data.id
      ? { ...data, startedAt: running.startedAt }
      : data;
  const title = useTitle(activity);
  return (
    <Drawer
      opened
      onClose={closeFinish}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'auto' : 480}
      title={
        <span className={classes.head}>
          {activity?.['kind'] === 'call' && <IconPhoneCheck size={20} stroke={1.5} aria-hidden />}
          <span>
            <span className={classes.title}>{title.head}</span>
            {title.under !== '' && <span className={classes.sub}>{title.under}</span>}
          </span>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{
        content: classes.sheet ?? '',
        header: classes.header ?? '',
        body: classes.inside ?? '',
      }}
    >
      {object && activity && isOpen(activity) ? (
        <FinishForm
          object={object}
          activity={activity}
          onLater={closeFinish}
          onDone={(done) => {
            dropRunning(member, activity.id);
            closeFinish();
            if (done) request.onDone?.(done);
          }}
        />
      ) : (
        <div className={classes.body}>
          {activity ? (
            <Note tone="info">{t('already')}</Note>
          ) : error ? (
            <Note tone="bad">
              {isProblem(error, 'notFound') ? t('gone') : error.message || t('offline')}
            </Note>
          ) : (
            [96, 64, 128].map((height) => <Skeleton key={height} height={height} />)
          )}
        </div>
      )}
    </Drawer>
  );
}

/** `Vừa gọi chị Hà, 12 phút`, and beneath it from when to when. */
function useTitle(activity: RecordData | undefined): { head: string; under: string } {
  const t = useWords(finishWords);
  const { timeZone } = useLanguage();
  const [now] = useState(() => new Date());
  if (!activity) return { head: '', under: '' };
  const started = asText(activity['startedAt']);
  const planned = Number(activity['plannedMinutes'] ?? 0);
  const clock = (instant: Date) => formatTime(instant, timeZone);
  const name = partiesOf(activity).find(({ title }) => title !== null)?.title ?? '';
  const isRunning = started !== '' && isOpen(activity);
  const minutes = isRunning ? wholeMinutes(started, now) : undefined;
  const head =
    activity['kind'] === 'call' && isRunning
      ? t(name ? 'justCalled' : 'justCalledNobody', { name, ...(minutes && { minutes }) })
      : activity['kind'] === 'call' && name !== ''
        ? t('finishCall', { name })
        : t('finish', { subject: asText(activity['subject']) });
  return {
    head,
    under: [
      isRunning ? `${clock(new Date(started))} – ${clock(now)}` : '',
      planned > 0 ? t('planned', { minutes: planned }) : '',
    ]
      .filter(Boolean)
      .join(', '),
  };
}
