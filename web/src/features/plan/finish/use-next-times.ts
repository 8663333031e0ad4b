import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordData } from '#web/api/records.ts';
import { useLanguage } from '#web/words/language.tsx';
import { isContact, partiesOf } from '../activity.ts';
import { nextTimesQuery, type NextTimes } from '../plan.queries.ts';
import type { FinishInput } from './finish-input.ts';
import { usualTimes, type NextTime } from './next-times.ts';

interface NextChoice {
  times: readonly NextTime[];
  planned: string | null;
  /** What is typed, and of the next step what is offered where nothing is said. */
  complete(typed: FinishInput): FinishInput;
  /** The same for whoever saves before the times are there. */
  settle(typed: FinishInput): Promise<FinishInput>;
}

/** When the next step fits; without a network, what usually does. */
export function useNextTimes(activity: RecordData, now: Date): NextChoice {
  const client = useQueryClient();
  const { timeZone } = useLanguage();
  const query = nextTimesQuery(activity.id);
  const { data, isPending } = useQuery(query);
  const [usual] = useState(() => usualTimes(now, timeZone));
  // A customer is not left without a next step because nobody thought of it.
  const isAsked = isContact(activity) && partiesOf(activity).length > 0;
  const timesOf = (known: NextTimes | undefined) =>
    known && known.items.length > 0 ? known.items : usual;
  const offer = (typed: FinishInput, known: NextTimes | undefined): FinishInput => {
    const [first] = timesOf(known);
    return typed.next === 'unsaid' && first && isAsked && !known?.planned
      ? { ...typed, next: 'plan', nextAt: first.startsAt }
      : typed;
  };
  return {
    times: timesOf(data),
    planned: data?.planned ?? null,
    complete: (typed) => (isPending ? typed : offer(typed, data)),
    settle: async (typed) =>
      offer(typed, await client.ensureQueryData(query).catch(() => undefined)),
  };
}
