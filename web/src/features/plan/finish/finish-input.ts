import type { RecordData } from '#web/api/records.ts';
import { asText } from '#web/engine/fields/read-value.ts';
import { isRemote, wholeMinutes } from '../activity.ts';

/** What was typed about an activity that is over; kept as a draft until it is saved. */
export interface FinishInput {
  result: string | null;
  summary: string | null;
  minutes: number | null;
  /** `slot`: it was done when it was planned, and is only told now. */
  done: 'now' | 'slot';
  next: 'plan' | 'none' | 'unsaid';
  nextAt: string | null;
  nextKind: string;
  nextSubject: string;
  whyNone: string | null;
}

/** As it stands before anybody typed: minutes from the clock that ran, else those that were planned. */
export function firstInput(activity: RecordData, now: Date): FinishInput {
  const startedAt = asText(activity['startedAt']);
  const planned = Number(activity['plannedMinutes'] ?? 0);
  return {
    result: asText(activity['result']) || null,
    summary: asText(activity['summary']) || null,
    minutes: startedAt ? wholeMinutes(startedAt, now) : planned > 0 ? planned : null,
    done: isPast(activity, now) && !isRemote(activity) ? 'slot' : 'now',
    next: 'unsaid',
    nextAt: null,
    nextKind: asText(activity['kind']),
    nextSubject: '',
    whyNone: null,
  };
}

const quarterMs = 15 * 60_000;

/** Its slot is over and nobody began it: it may have been done then, or now. */
export const isPast = (activity: RecordData, now: Date): boolean => {
  const endsAt = asText(activity['endsAt']);
  return endsAt !== '' && !activity['startedAt'] && now.getTime() - Date.parse(endsAt) > quarterMs;
};

export interface FinishBody {
  values: Record<string, unknown>;
  next?: Record<string, unknown>;
  noNextStep?: string;
}

/** What POST /activities/{id}/finish takes. The moment is the person's, also when it is sent later. */
export function bodyOf(activity: RecordData, input: FinishInput, now: Date): FinishBody {
  const started = asText(activity['startedAt']);
  const ended = input.done === 'slot' ? asText(activity['endsAt']) : now.toISOString();
  const begun =
    started || new Date(Date.parse(ended) - (input.minutes ?? 0) * 60_000).toISOString();
  return {
    values: {
      result: input.result,
      summary: input.summary,
      actualMinutes: input.minutes,
      startedAt: begun,
      // A clock that went wrong on this machine must not hinder anybody.
      finishedAt: ended < begun ? begun : ended,
    },
    ...(input.next === 'plan' &&
      input.nextAt !== null && {
        next: {
          kind: input.nextKind,
          startsAt: input.nextAt,
          ...(input.nextSubject.trim() !== '' && { subject: input.nextSubject.trim() }),
        },
      }),
    ...(input.next === 'none' && input.whyNone !== null && { noNextStep: input.whyNone }),
  };
}
