import { queryOptions } from '@tanstack/react-query';
import { address, get, send } from '#web/api/request.ts';
import { activitiesPath, calendarKey } from './calendar.queries.ts';

export type Answer = 'accepted' | 'declined' | 'tentative';

interface Told {
  invitation: {
    attendees: { email: string; name: string; answer: Answer | null }[];
    cancelledAt: string | null;
    /** They were invited to all of the series that it is one of. */
    series: boolean;
  } | null;
}

const pathOf = (id: string) => address(`${activitiesPath}/${id}/invitation`);

export const invitationQuery = (id: string) =>
  queryOptions({
    queryKey: [...calendarKey, 'invitation', id],
    queryFn: ({ signal }) => get<Told>(pathOf(id), signal),
  });

/** Mails who takes part; of a series, that it is another one, or that one of it is. */
export const sendInvitations = (
  id: string,
  what: { cancel?: boolean; series?: boolean },
): Promise<{ invited: number; cancelled: number }> => send('POST', pathOf(id), what);
