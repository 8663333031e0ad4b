import type { AnsweredHours } from './answered-hours.ts';
import type { Slot } from './offer-slot.ts';
import type { Reason } from './reasons.ts';

/** One call of the day, or one that is suggested. */
export interface CallLine {
  /** The activity's id, or `account:<id>` of a suggestion. */
  key: string;
  state: 'done' | 'running' | 'planned' | 'forgotten' | 'suggested';
  activity: string | null;
  /** `Chị Hà, Dược An Khang`. */
  title: string;
  subject: string | null;
  contact: string | null;
  account: string | null;
  lead: string | null;
  startsAt: string | null;
  endsAt: string | null;
  startedAt: string | null;
  plannedMinutes: number | null;
  actualMinutes: number | null;
  result: string | null;
  /** The beginning of the summary as plain text. */
  note: string | null;
  phone: string | null;
  doNotCall: boolean;
  says: string | null;
  best: AnsweredHours | null;
  /** When it fits, for what has no time or missed it. */
  slot: Slot | null;
  reasons: readonly Reason[];
  /** The reasons as a sentence in the language of the reader. */
  why: string;
}
