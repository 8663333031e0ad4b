import { invalid, notFound } from '#shared/errors.ts';
import { asSystem } from '#engine/access/as-system.ts';
import { requireChangeable } from '#engine/access/find-visible.ts';
import type { Ctx } from '#engine/context.ts';
import { get, type PresentedRecord } from '#engine/records/index.ts';
import { withTransaction } from '#engine/transaction.ts';
import { uidOf } from '../event-of.ts';
import { writeCalendar, type IcsEvent } from '../ics/index.ts';
import { findSeries, plusMinutes, type Series } from '../series-events.ts';
import {
  goneFrom,
  inviteesOf,
  organiserOf,
  partyOf,
  unanswered,
  type Invited,
} from './invitees.ts';
import { keepSeriesInvitation, lockSeriesInvitation, occurrencesTold } from './kept-invitations.ts';
import { message, type CalendarMessage, type Invitation } from './messages.ts';
import { occurrencesOf, type Occurrences } from './occurrences-of.ts';
import { isToCome, seriesRequests } from './series-requests.ts';

export interface InvitingToSeries {
  cancel: boolean;
  origin: string;
  /** It goes on with a series that people were invited to: that nobody is in it is no mistake. */
  goesOn?: boolean;
}

/** What was changed longer ago than this is told no more. */
const toldMs = 90 * 86_400_000;

/**
 * Invites to a series: one invitation with its rule and what differs in single ones. Who takes part in some of them only
 * is invited to those. Told anew, it is all of it as it is now, with an earlier end where it was ended; when nothing of
 * it is left, everybody is told that it does not take place.
 */
export function inviteToSeries(
  ctx: Ctx,
  recurrenceId: string,
  { cancel, origin, goesOn = false }: InvitingToSeries,
): Promise<Invitation> {
  return withTransaction(ctx, async (ctx) => {
    const { id } = await requireChangeable(ctx, 'recurrence', recurrenceId);
    const record = await get(asSystem(ctx, 'invitation'), 'recurrence', id);
    const series = (await findSeries(ctx, [id])).get(id);
    const before = await lockSeriesInvitation(ctx, id);
    const isTold = before?.cancelled_at === null;
    if (!series || (cancel && !isTold)) throw notFound();
    const organiser = organiserOf(ctx, record);
    const from = new Date(ctx.now.getTime() - toldMs).toISOString();
    const occurrences = cancel ? none : await occurrencesOf(ctx, id, from);
    const party = { ...Object(record['values']), people: record['people'] };
    const circle = await whoIsIn(ctx, organiser, { party, occurrences });
    const { everybody } = circle;
    if (everybody.length === 0 && !isTold && !goesOn)
      throw invalid([{ path: 'people', code: 'required' }]);
    const singles = await occurrencesTold(ctx, id);
    const told = isTold ? [...before.attendees, ...singles.flatMap((one) => one.attendees)] : [];
    const gone = byAddress(goneFrom(ctx, told, everybody));
    const last = Math.max(before?.sequence ?? -1, ...singles.map((one) => one.sequence));
    const common = { sequence: last + 1, stamp: ctx.now.toISOString(), organiser };
    if (everybody.length + gone.length > 0)
      await keepSeriesInvitation(ctx, id, {
        sequence: common.sequence,
        attendees: everybody.length === 0 ? (before?.attendees ?? []) : unanswered(everybody),
        cancelled: everybody.length === 0,
      });
    return {
      organiser,
      about: aboutSeries(ctx, series, occurrences),
      isSeries: true,
      messages: [
        ...requestsTo(circle, common, () =>
          seriesRequests(series, occurrences, { from, origin, now: ctx.now }),
        ),
        ...message('CANCEL', gone, [{ ...withdrawn(series), ...common, attendees: gone }]),
      ],
    };
  });
}

const none: Occurrences = { seen: [], taken: new Set() };

interface Circle {
  /** In the series as a whole. */
  all: Invited[];
  /** In single ones of it. */
  of: ReadonlyMap<PresentedRecord, Invited[]>;
  /** In either, now or in what is still to come. */
  everybody: Invited[];
}

async function whoIsIn(
  ctx: Ctx,
  organiser: Invited,
  { party, occurrences }: { party: Record<string, unknown>; occurrences: Occurrences },
): Promise<Circle> {
  const { seen, taken } = occurrences;
  if (seen.length + taken.size === 0) return { all: [], of: new Map(), everybody: [] };
  const [all = [], ...each] = await inviteesOf(ctx, [party, ...seen].map(partyOf), organiser);
  const of = new Map(seen.map((item, i) => [item, each[i] ?? []]));
  const coming = seen.filter((item) => isToCome(item, ctx.now));
  const everybody = byAddress([...all, ...coming.flatMap((item) => of.get(item) ?? [])]);
  return { all, of, everybody };
}

/** A file for each, one message for those who get the same. */
function requestsTo(
  { all, of, everybody }: Circle,
  common: Pick<IcsEvent, 'sequence' | 'stamp'> & { organiser: Invited },
  prepare: () => ReturnType<typeof seriesRequests>,
): CalendarMessage[] {
  if (everybody.length === 0) return [];
  const requestsFor = prepare();
  const copies = Map.groupBy(everybody, (who) => {
    const requests = requestsFor({
      inSeries: has(all, who),
      takesPart: (item) => has(of.get(item) ?? [], who),
    });
    const events = requests.map(({ event, item }) => ({
      ...event,
      ...common,
      url: undefined,
      attendees: item ? (of.get(item) ?? []) : all,
    }));
    return writeCalendar({ method: 'REQUEST', events });
  });
  return [...copies].map(([text, to]) => ({ method: 'REQUEST', to, text }));
}

const has = (list: readonly Invited[], { email }: Invited): boolean =>
  list.some((each) => each.email === email);

const byAddress = (all: readonly Invited[]): Invited[] => [
  ...new Map(all.map((each) => [each.email, each])).values(),
];

/** Of a series, the mail tells of the next time. */
function aboutSeries(
  { now }: Ctx,
  { subject, place, firstAt }: Series,
  { seen }: Occurrences,
): Invitation['about'] {
  const next = seen.find((item) => isToCome(item, now));
  return {
    subject,
    startsAt: next ? String(next['startsAt']) : firstAt,
    allDay: next?.['allDay'] === true,
    place,
    link: '',
  };
}

const withdrawn = ({
  id,
  firstAt,
  minutes,
  timeZone,
  subject,
}: Series): Omit<IcsEvent, 'stamp'> => ({
  uid: uidOf(id),
  sequence: 0,
  start: firstAt,
  end: plusMinutes(firstAt, minutes),
  timeZone,
  allDay: false,
  summary: subject,
  cancelled: true,
});
