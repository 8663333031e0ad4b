import { dateInZone } from '#shared/locale/date-time.ts';
import type { Said } from './said.ts';

export interface TalkDay {
  /** `2026-11-22`. */
  day: string;
  said: Said[];
}

/** Under the day it was said on, where the reader is. */
export function inDays(said: readonly Said[], timeZone: string): TalkDay[] {
  const days: TalkDay[] = [];
  for (const one of said) {
    const day = dateInZone(new Date(one.createdAt), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.said.push(one);
    else days.push({ day, said: [one] });
  }
  return days;
}

const nearMs = 5 * 60_000;

/** Said by the same person right after: it stands under the same name. */
export const goesOn = (before: Said | undefined, one: Said): boolean =>
  before !== undefined &&
  before.createdBy?.id === one.createdBy?.id &&
  one.replyTo === null &&
  Date.parse(one.createdAt) - Date.parse(before.createdAt) < nearMs;
