import { queryOptions } from '@tanstack/react-query';
import { keys } from '#web/api/queries.ts';
import { address, get } from '#web/api/request.ts';
import { activitiesPath } from './activity.ts';
import type { NextTime } from './finish/next-times.ts';

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
