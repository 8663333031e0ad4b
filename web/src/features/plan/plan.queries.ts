import { queryOptions } from '@tanstack/react-query';
import { keys, queryRecords } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';
import { activitiesPath } from './activity.ts';
import { dayWhere, type DayBounds } from './day-bounds.ts';
import type { NextTime } from './finish/next-times.ts';

/** Every question about the day is asked again when an activity changes: their keys stand under its records. */
const root = keys.records(activitiesPath);

export interface NextTimes {
  items: NextTime[];
  /** When something is planned with them already. */
  planned: string | null;
}

/** When the next step with the people of an activity fits. */
export const nextTimesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.around(activitiesPath, id, 'next-times'),
    queryFn: ({ signal }) => get<NextTimes>(address(`${activitiesPath}/${id}/next-times`), signal),
    staleTime: 60_000,
    retry: false,
  });

export interface CallLine {
  key: string;
  state: 'done' | 'running' | 'planned' | 'forgotten' | 'suggested';
  activity: string | null;
  title: string;
  subject: string | null;
  contact: string | null;
  account: string | null;
  lead: string | null;
  startsAt: string | null;
  startedAt: string | null;
  plannedMinutes: number | null;
  actualMinutes: number | null;
  result: string | null;
  note: string | null;
  phone: string | null;
  doNotCall: boolean;
  /** The best time to reach them, in their own words. */
  says: string | null;
  slot: { startsAt: string; endsAt: string; answers: boolean } | null;
  /** Why they are called, in a sentence without its full stop. */
  why: string;
}

export interface CallPlan {
  day: string;
  totals: {
    planned: number;
    called: number;
    forgotten: number;
    left: number;
    minutesPlanned: number;
    minutesActual: number;
  };
  rate: { days: number; forgotten: number; due: number };
  /** Own customers and leads who asked not to be called. */
  held: number;
  lines: CallLine[];
  suggestions: CallLine[];
}

export const callPlanQuery = (day: string, member?: string) =>
  queryOptions({
    queryKey: [...root, 'plan', day, member ?? 'me'],
    queryFn: ({ signal }) => get<CallPlan>(address('call-plan', { day, member }), signal),
    staleTime: 30_000,
  });

export interface Today {
  left: number;
  running: { id: string; title: string; startedAt: string; plannedMinutes: number | null } | null;
}

/** `day`: asked again when another one begins. */
export const todayQuery = (day: string) =>
  queryOptions({
    queryKey: [...root, 'today', day],
    queryFn: ({ signal }) => get<Today>(address('today'), signal),
    staleTime: 60_000,
  });

/** Everything one does on a day, in its order, and what was forgotten before. */
export const dayQuery = (bounds: DayBounds) =>
  queryOptions({
    queryKey: [...root, 'day', bounds.day],
    queryFn: ({ signal }) =>
      queryRecords(
        activitiesPath,
        { where: dayWhere(bounds), sort: 'startsAt', limit: 200 },
        signal,
      ),
    staleTime: 15_000,
  });
