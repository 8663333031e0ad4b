import { activitiesPath } from '../activity.ts';
import type { CallLine } from '../plan.queries.ts';

const paths: Readonly<Record<string, string>> = {
  account: 'accounts',
  lead: 'leads',
  contact: 'contacts',
};

/** The activity of a call; of somebody who is only suggested, their own page. */
export function placeOf({ key, activity }: Pick<CallLine, 'key' | 'activity'>): string {
  const [object = '', id = ''] = key.split(':');
  return activity === null ? `/${paths[object] ?? object}/${id}` : `/${activitiesPath}/${activity}`;
}
