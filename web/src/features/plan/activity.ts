import { contacting, openStatuses } from '#shared/activity.ts';
import type { Reference, RecordData } from '#web/api/records.ts';
import { asReference, asReferences, asText } from '#web/engine/fields/read-value.ts';

export const activitiesPath = 'activities';

export const isContact = (activity: RecordData): boolean =>
  contacting.includes(asText(activity['kind']));
/** Done from where one is: what was forgotten is rather made up for now. */
export const isRemote = ({ kind }: RecordData): boolean => kind === 'call' || kind === 'message';
export const isOpen = (activity: RecordData): boolean =>
  openStatuses.includes(asText(activity['status']));

export interface Party extends Reference {
  object: 'contact' | 'account' | 'lead';
}

/** Whom an activity is with: the person before the company. */
export function partiesOf(activity: RecordData): Party[] {
  const account = asReference(activity['account']);
  const lead = asReference(activity['lead']);
  return [
    ...asReferences(activity['contacts']).map((each) => ({ ...each, object: 'contact' as const })),
    ...(account ? [{ ...account, object: 'account' as const }] : []),
    ...(lead ? [{ ...lead, object: 'lead' as const }] : []),
  ];
}

export const wholeMinutes = (from: string, to: Date): number =>
  Math.max(1, Math.round((to.getTime() - Date.parse(from)) / 60_000));
