import type { PresentedRecord } from '#engine/records/index.ts';
import { writeCalendar, type IcsEvent } from '../ics/index.ts';
import type { Invited } from './invitees.ts';

/** A message to be sent to these people; each gets a copy of their own. */
export interface CalendarMessage {
  method: 'REQUEST' | 'CANCEL';
  to: Invited[];
  text: string;
}

export interface Invitation {
  organiser: Invited;
  /** What the mail says beside the file. */
  about: { subject: string; startsAt: string; allDay: boolean; place: string; link: string };
  /** It is of a series, which begins then. */
  isSeries: boolean;
  messages: CalendarMessage[];
}

/** No message where there is nobody to send it to. */
export const message = (
  method: CalendarMessage['method'],
  to: Invited[],
  events: readonly IcsEvent[],
): CalendarMessage[] =>
  to.length === 0 ? [] : [{ method, to, text: writeCalendar({ method, events }) }];

/** Of one activity: to those who are invited now, and to those who no longer are. */
export const invitationToOne = (
  activity: PresentedRecord,
  event: Omit<IcsEvent, 'attendees'> & { organiser: Invited },
  { invited, gone }: { invited: Invited[]; gone: Invited[] },
): Invitation => ({
  organiser: event.organiser,
  about: aboutOf(activity),
  isSeries: false,
  messages: [
    ...message('REQUEST', invited, [{ ...event, attendees: invited }]),
    ...message('CANCEL', gone, [{ ...event, attendees: gone, cancelled: true }]),
  ],
});

function aboutOf(activity: PresentedRecord): Invitation['about'] {
  const said = (key: string) => {
    const value = activity[key];
    return typeof value === 'string' ? value : '';
  };
  return {
    subject: said('subject'),
    startsAt: said('startsAt'),
    allDay: activity['allDay'] === true,
    place: said('place'),
    link: said('link'),
  };
}
