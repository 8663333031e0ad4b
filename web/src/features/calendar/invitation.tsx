import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { address, get, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useWords } from '#web/words/language.tsx';
import { useTell } from '../settings/use-tell.ts';
import { activitiesPath, calendarKey, type CalendarItem } from './calendar.queries.ts';
import { calendarWords } from './calendar.words.ts';
import classes from './event-card.module.css';

type Answer = 'accepted' | 'declined' | 'tentative';

interface Told {
  invitation: {
    attendees: { email: string; name: string; answer: Answer | null }[];
    cancelledAt: string | null;
  } | null;
}

const tones: Readonly<Record<Answer, Tone>> = {
  accepted: 'ok',
  declined: 'closed',
  tentative: 'info',
};

const invitationQuery = (id: string) =>
  queryOptions({
    queryKey: [...calendarKey, 'invitation', id],
    queryFn: ({ signal }) => get<Told>(address(`${activitiesPath}/${id}/invitation`), signal),
  });

/** Mails who takes part, and shows what they answered. */
export function Invitation({ item }: { item: CalendarItem }) {
  const t = useWords(calendarWords);
  const client = useQueryClient();
  const tell = useTell();
  const query = invitationQuery(item.id);
  const { data } = useQuery(query);
  const told = data?.invitation;
  const isOpen = told !== null && told !== undefined && told.cancelledAt === null;
  const isCancelled = item.status === 'cancelled';
  const mail = useMutation({
    mutationFn: () =>
      send<{ invited: number; cancelled: number }>(
        'POST',
        address(`${activitiesPath}/${item.id}/invitation`),
        { cancel: isCancelled },
      ),
    onSuccess: ({ invited, cancelled }) => {
      notify({ tone: 'ok', text: t('invited', { count: invited + cancelled }) });
      return client.invalidateQueries({ queryKey: query.queryKey });
    },
    onError: (error) => {
      if (isProblem(error) && error.errors.some(({ path }) => path === 'people'))
        notify({ tone: 'warn', text: t('nobodyToInvite') });
      else tell(error);
    },
  });
  const others = (item.people?.length ?? 0) + (item.contacts?.length ?? 0);
  const canSend = item.mayChange && (isCancelled ? isOpen : others > 0);
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
      {canSend && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.invite ?? ''}
          leftSection={<IconMail size={14} stroke={1.7} />}
          loading={mail.isPending}
          onClick={() => mail.mutate()}
        >
          {t(isCancelled ? 'withdraw' : isOpen ? 'inviteAgain' : 'invite')}
        </Button>
      )}
    </>
  );
}
