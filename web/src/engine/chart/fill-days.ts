import { nextOf, type Bucket } from '../list/groups.ts';

/** Longer than this a line of days tells nothing; the end of it is shown. */
const most = 1500;

/** The first days of all stretches from one to another. */
export function fillDays(bucket: Bucket, first: string, last: string): string[] {
  const days: string[] = [];
  if (first === '') return days;
  for (let day = first; day <= last && days.length < most; day = nextOf(day, bucket))
    days.push(day);
  return days;
}
