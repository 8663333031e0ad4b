import type { Ctx } from '#engine/context.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { without, type Span } from '../calendar/index.ts';
import type { bestHours, Called } from './best-hours.ts';
import type { CallLine } from './call-line.ts';
import { bestSlot, offerSlots } from './offer-slot.ts';
import type { readParties } from './read-parties.ts';
import { refOf, refsOf, textOf } from './read-fields.ts';
import { sayReasons, type Reason } from './reasons.ts';
import type { Suggestion } from './suggest.ts';

export const calledBy = (call: PresentedRecord): Called => ({
  contact: refsOf(call['contacts'])[0]?.id,
  account: refOf(call['account'])?.id,
  lead: refOf(call['lead'])?.id,
});

interface Known {
  partyOf: Awaited<ReturnType<typeof readParties>>;
  bestOf: Awaited<ReturnType<typeof bestHours>>;
  free: readonly Span[];
  days: readonly string[];
  /** What a call takes when nobody says. */
  minutes: number;
}

const states: Readonly<Record<string, CallLine['state']>> = {
  done: 'done',
  inProgress: 'running',
  forgotten: 'forgotten',
};

/** Makes lines of calls and suggestions from what was found out about all of them. */
export function lineMaker(ctx: Ctx, { partyOf, bestOf, days, minutes, ...known }: Known) {
  // A time that was offered for one call is not offered for the next.
  let free = known.free;
  const { language, timeZone } = ctx.actor;
  const clock = (instant: string) => {
    const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  };
  const common = (called: Called) => {
    const party = partyOf(called);
    return {
      title: party?.title ?? '',
      contact: party?.contact ?? called.contact ?? null,
      account: called.account ?? null,
      lead: called.lead ?? null,
      phone: party?.phone ?? null,
      doNotCall: party?.doNotCall ?? false,
      says: party?.says ?? null,
      best: bestOf({ ...called, contact: party?.contact ?? called.contact }),
    };
  };
  const finish = (
    begun: ReturnType<typeof common>,
    reasons: readonly Reason[],
    length: number,
    needsSlot: boolean,
  ) => {
    const { best } = begun;
    const told: Reason[] = [...reasons, ...(best ? [{ code: 'answers' as const, ...best }] : [])];
    const slot = needsSlot
      ? bestSlot(offerSlots(free, { minutes: length, best, days, timeZone }))
      : null;
    if (slot)
      free = without(free, [{ from: Date.parse(slot.startsAt), to: Date.parse(slot.endsAt) }]);
    return { reasons: told, why: sayReasons(told, language, clock), slot };
  };
  return {
    ofCall(call: PresentedRecord): CallLine {
      const begun = common(calledBy(call));
      const state = states[String(call['status'])] ?? 'planned';
      const startsAt = textOf(call['startsAt']);
      const planned = typeof call['plannedMinutes'] === 'number' ? call['plannedMinutes'] : null;
      const reasons: Reason[] =
        state === 'running'
          ? [{ code: 'running' }]
          : startsAt && state !== 'done'
            ? [{ code: state === 'forgotten' ? 'forgotten' : 'promised', at: startsAt }]
            : [];
      return {
        ...begun,
        key: call.id,
        state,
        activity: call.id,
        title: begun.title || textOf(call['subject']) || '',
        subject: textOf(call['subject']),
        startsAt,
        endsAt: textOf(call['endsAt']),
        startedAt: textOf(call['startedAt']),
        plannedMinutes: planned,
        actualMinutes: typeof call['actualMinutes'] === 'number' ? call['actualMinutes'] : null,
        result: textOf(call['result']),
        note: plainText(call['summary']),
        ...finish(begun, reasons, planned ?? minutes, state === 'forgotten'),
      };
    },
    ofSuggestion({ object, id, called, reasons }: Suggestion): CallLine {
      const begun = common(called);
      return {
        ...begun,
        key: `${object}:${id}`,
        state: 'suggested',
        activity: null,
        subject: null,
        startsAt: null,
        endsAt: null,
        startedAt: null,
        plannedMinutes: minutes,
        actualMinutes: null,
        result: null,
        note: null,
        ...finish(begun, reasons, minutes, true),
      };
    },
  };
}

const shownLength = 120;

/** Tags become spaces; what is left is text that React escapes again. */
function plainText(html: unknown): string | null {
  if (typeof html !== 'string') return null;
  const text = html
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === '') return null;
  return text.length > shownLength ? `${text.slice(0, shownLength - 1)}…` : text;
}
