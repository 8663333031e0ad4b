import { useQuery } from '@tanstack/react-query';
import { dateInZone } from '#shared/locale/date-time.ts';
import { useNow } from '#web/engine/record/use-now.ts';
import { useLanguage } from '#web/words/language.tsx';
import { todayQuery } from './plan.queries.ts';

/** How much is still to do today. */
export function useLeftToday(): number {
  const { timeZone } = useLanguage();
  return useQuery(todayQuery(dateInZone(useNow(), timeZone))).data?.left ?? 0;
}
