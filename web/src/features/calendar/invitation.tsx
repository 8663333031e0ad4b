import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { notify } from '#web/ui/notify.tsx';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../settings/use-tell.ts';
import { calendarKey, type CalendarItem } from './calendar.queries.ts';
import { invitationQuery, sendInvitations, type Answer } from './invitation.queries.ts';
import { invitationWords } from './invitation.words.ts';
import classes from './event-card.module.css';

const tones: Readonly<Record<Answer, Tone>> = {
  accepted: 'ok',
  declined: 'closed',
  tentative: 'info',
};

/** Mails who takes part, and shows what they answered. */
export function Invitation({ item }: { item: CalendarItem }) {
  const t = useWords(invitationWords);
  const client = useQueryClient();
  const tell = useTell();
  const { data } = useQuery(invitationQuery(item.id));
  const told = data?.invitation;
  const isOpen = told !== null && told !== undefined && told.cancelledAt === null;
  const isCancelled = item.status === 'cancelled';
  const mail = useMutation({
    mutationFn: (series: boolean) => sendInvitations(item.id, { cancel: isCancelled, series }),
    onSuccess: ({ invited, cancelled }) => {
      notify({ tone: 'ok', text: t('invited', { count: invited + cancelled }) });
      // Of a series, all of it was told.
      return client.invalidateQueries({ queryKey: [...calendarKey, 'invitation'] });
    },
    onError: (error) => {
      if (isProblem(error) && error.errors.some(({ path }) => path === 'people'))
        notify({ tone: 'warn', text: t('nobodyToInvite') });
      else tell(error);
    },
  });
  const others = (item.people?.length ?? 0) + (item.contacts?.length ?? 0);
  const canSend = item.mayChange && (isCancelled ? isOpen : others > 0 || isOpen);
  const ofSeries = item.recurrence && !isCancelled;
  const isAlone = isOpen && !told.series;
  const button = (label: string, series: boolean) => (
    <Button
      key={label}
      variant="subtle"
      size="compact-sm"
      className={classes.invite ?? ''}
      leftSection={<IconMail size={14} stroke={1.7} />}
      loading={mail.isPending && mail.variables === series}
      onClick={() => mail.mutate(series)}
    >
      {label}
    </Button>
  );
  const one = isOpen ? t('inviteAgain') : t('invite');
  return (
    <>
      {isOpen && (
        <ul className={classes.attendees}>
          {told.attendees.map(({ email, name, answer }) => (
            <li key={email}>
              <StatusGlyph tone={answer === null ? 'idle' : tones[answer]} />
              <span>
                {name}, {t(`answer_${answer ?? 'none'}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {canSend && !ofSeries && button(isCancelled ? t('withdraw') : one, false)}
      {canSend && ofSeries && (
        <>
          {button(t(told?.series ? 'seriesAgain' : 'inviteSeries'), true)}
          {button(t(isAlone ? 'inviteAgain' : told?.series ? 'oneAgain' : 'inviteOne'), false)}
        </>
      )}
    </>
  );
}
