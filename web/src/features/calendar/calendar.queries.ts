import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { WeekHours } from '#shared/calendar/working-hours.ts';
import type { Label } from '#shared/define.ts';
import type { LunarDate } from '#shared/locale/lunar.ts';
import type { RecordData, Reference } from '#web/api/records.ts';
import { address, get, send } from '#web/api/request.ts';

export const activitiesPath = 'activities';

/** An activity as the calendar has it. */
export interface CalendarItem extends RecordData {
  subject?: string | null;
  kind: string;
  status?: string | null;
  startsAt: string;
  endsAt: string | null;
  allDay: boolean | null;
  owner?: Reference | null;
  people?: Reference[] | null;
  account?: Reference | null;
  lead?: Reference | null;
  contacts?: Reference[] | null;
  place?: string | null;
  recurrence?: Reference | null;
  mayChange: boolean;
}

export interface Busy {
  member: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
}

export interface NamedDay {
  date: string;
  lunar: LunarDate | null;
  off: boolean;
  names: { label: Label; kind: string }[];
}

export interface Person {
  id: string;
  name: string;
  timeZone: string;
  hours: WeekHours;
}

export interface CalendarAnswer {
  from: string;
  to: string;
  timeZone: string;
  days: NamedDay[];
  people: Person[];
  items: CalendarItem[];
  busy: Busy[];
  truncated: boolean;
}

export interface CalendarAsk {
  from: string;
  to: string;
  members?: string | undefined;
  teams?: string | undefined;
}

/** Under the records of activities, so that every change of one, here or elsewhere, makes it old. */
export const calendarKey = ['records', activitiesPath, 'calendar'] as const;

export const calendarQuery = (ask: CalendarAsk) =>
  queryOptions({
    queryKey: [...calendarKey, ask],
    queryFn: ({ signal }) => get<CalendarAnswer>(address('calendar', { ...ask }), signal),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });

export interface Slot {
  startsAt: string;
  endsAt: string;
  /** Whole days, whatever the hours say. */
  allDay?: boolean;
}

export interface Conflicts {
  overlaps: (Slot & { id: string | null; subject: string | null; members: string[] })[];
  notWorking: string[];
}

export const askConflicts = ({
  startsAt,
  endsAt,
  people,
  except,
}: Slot & { people: readonly string[]; except?: string }): Promise<Conflicts> =>
  send<Conflicts>('POST', address('calendar/conflicts'), { startsAt, endsAt, people, except });

export const conflictsQuery = (slot: Slot & { people: readonly string[]; except?: string }) =>
  queryOptions({
    queryKey: [...calendarKey, 'conflicts', slot],
    queryFn: () => askConflicts(slot),
    enabled: slot.people.length > 0 && slot.endsAt >= slot.startsAt,
    staleTime: 5000,
  });

export const freeQuery = (ask: Slot & { people: readonly string[]; minutes: number }) =>
  queryOptions({
    queryKey: [...calendarKey, 'free', ask],
    queryFn: () =>
      send<{ slots: Slot[] }>('POST', address('calendar/free'), {
        people: ask.people,
        minutes: ask.minutes,
        from: ask.startsAt,
        to: ask.endsAt,
        most: 12,
      }),
    enabled: ask.people.length > 0,
    staleTime: 5000,
  });
