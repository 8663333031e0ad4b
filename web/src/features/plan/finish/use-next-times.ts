import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { isContact, partiesOf } from '../activity.ts';
import { nextTimesQuery } from '../plan.queries.ts';
import type { FinishInput } from './finish-input.ts';
import { usualTimes, type NextTime } from './next-times.ts';

interface NextChoice {
  times: readonly NextTime[];
  planned: string | null;
  /** The first time is taken as said where a customer would be left without a next step. */
  offered: Partial<FinishInput>;
}

/** When the next step fits; without a network, what usually does. */
export function useNextTimes(activity: RecordData, now: Date): NextChoice {
  const { timeZone } = useLanguage();
  const { data, isPending } = useQuery(nextTimesQuery(activity.id));
  const [usual] = useState(() => usualTimes(now, timeZone));
  const times = data && data.items.length > 0 ? data.items : usual;
  const planned = data?.planned ?? null;
  const [first] = times;
  const isAsked = !isPending && planned === null && isContact(activity);
  return {
    times,
    planned,
    offered:
      first && isAsked && partiesOf(activity).length > 0
        ? { next: 'plan', nextAt: first.startsAt }
        : {},
  };
}
