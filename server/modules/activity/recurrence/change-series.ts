import { forbidden, invalid, notFound } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import {
  createRecords,
  isId,
  listAll,
  removeRecords,
  updateRecords,
} from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import { withTransaction } from '#engine/transaction.ts';
import type { Activity } from '../activity.rules.ts';
import { instantOf, minutesBetween, plusMinutes } from '../minutes.ts';
import { makeOccurrences, ofSeries, type Recurrence } from './make-occurrences.ts';
import { endingBefore, goingOn, isRule, movedByDays, slotsOf } from './rule.ts';
import { daysMoved, shiftSlot } from './shift-slot.ts';

/** Which occurrences a change is meant for: this one and those after it, or every one that is still to come. */
export type SeriesScope = 'following' | 'all';

export interface SeriesChange {
  scope: SeriesScope;
  /** New values of the occurrence that was changed; its times move the others by as much. */
  values?: Record<string, unknown>;
  rule?: string;
  /** They are not to take place any more. */
  remove?: boolean;
}

export interface ChangedSeries {
  /** The series that it was, and the one that goes on from this occurrence: another one where it was cut. */
  from: string;
  to: string;
  changed: number;
  made: number;
  removed: number;
}

/**
 * Changes a series from one of its occurrences. What was done, cancelled or forgotten stays as it was; what is planned
 * takes the new values and times in its order, surplus ones go to the trash and missing ones are made. `following` ends
 * the series before this occurrence and begins a new one with it.
 */
export async function changeSeries(
  ctx: Ctx,
  activityId: string,
  { scope, values: given = {}, rule, remove = false }: SeriesChange,
): Promise<ChangedSeries> {
  const values = withInstants(given);
  return withTransaction(ctx, async (ctx) => {
    const { recurrence: id, recurrenceSlot: slot, ...activity } = await lockOne(ctx, activityId);
    if (!id || !slot) throw invalid([{ path: 'id', code: 'notFound' }]);
    const series = await lockSeries(ctx, id);
    const from = scope === 'all' ? (series.firstAt ?? slot) : slot;
    const open = await plannedFrom(ctx, id, from);
    if (remove) {
      await endSeries(ctx, id, series, scope === 'all' ? undefined : slot);
      await removeRecords(
        ctx,
        'activity',
        open.map((each) => ({ id: each.id })),
      );
      return { from: id, to: id, changed: 0, made: 0, removed: open.length };
    }
    const next = nextSeries(series, { from, slot, activity, values, rule, scope });
    if (!isRule(next)) throw invalid([{ path: 'rule', code: 'badRecurrence' }]);
    const target = scope === 'all' ? id : await beginSeries(ctx, series, next);
    if (scope === 'following') await endSeries(ctx, id, series, slot);
    if (rule === undefined) {
      const changed = await moveAll(ctx, target, next, { open, slot, values });
      await updateRecords(ctx, 'recurrence', [{ id: target, values: next }], { trusted: true });
      return { from: id, to: target, changed, made: 0, removed: 0 };
    }
    const { madeUntil, ...followed } = await followRule(ctx, target, next, { open, values });
    await updateRecords(ctx, 'recurrence', [{ id: target, values: next }], { trusted: true });
    const owner = next.owner ?? series.owner;
    const { people: _, ...times } = next;
    const made = await makeOccurrences(ctx, target, { ...times, madeUntil, owner });
    return { from: id, to: target, ...followed, made: made.length };
  });
}

/** Times in the one spelling; they are reckoned with before any field is parsed. */
function withInstants(values: Record<string, unknown>): Record<string, unknown> {
  const times = ['startsAt', 'endsAt'].filter((key) => values[key] !== undefined);
  const read = times.map((key) => [key, instantOf(values[key])] as const);
  const wrong = read.filter(([, instant]) => instant === undefined);
  if (wrong.length > 0)
    throw invalid(wrong.map(([key]) => ({ path: `values.${key}`, code: 'badDate' })));
  return { ...values, ...Object.fromEntries(read) };
}

/** A series of its own for this occurrence and those after it, of the same people. */
async function beginSeries(
  ctx: Ctx,
  { people = null, owner = null }: Recurrence,
  next: NextSeries,
) {
  const values = { people, owner, ...next };
  const [made] = await createRecords(ctx, 'recurrence', [values], { trusted: true });
  if (!made) throw notFound();
  return made.id;
}

async function lockOne(ctx: Ctx, id: string): Promise<Activity> {
  if (!isId(id)) throw notFound();
  const found = (await lockRecords(ctx, findObject(ctx, 'activity'), [id], 'update')).get(
    id.toLowerCase(),
  );
  if (!found) throw notFound();
  if (!found.allowed) throw forbidden();
  // Read by the declaration that gives the type its fields.
  return found.values;
}

async function lockSeries(ctx: Ctx, id: string): Promise<Recurrence> {
  const found = (await lockRecords(ctx, findObject(ctx, 'recurrence'), [id], 'update')).get(id);
  if (!found) throw notFound();
  if (!found.allowed) throw forbidden();
  return found.values;
}

interface Planned {
  id: string;
  slot: string;
}

async function plannedFrom(ctx: Ctx, recurrence: string, from: string): Promise<Planned[]> {
  const planned = await listAll(ctx, 'activity', {
    where: {
      and: [
        { field: 'recurrence', op: 'eq', value: recurrence },
        { field: 'status', op: 'eq', value: 'planned' },
        { field: 'recurrenceSlot', op: 'gte', value: from },
      ],
    },
    sort: 'recurrenceSlot',
    fields: ['recurrenceSlot'],
  });
  return planned.map(({ id, recurrenceSlot }) => ({ id, slot: String(recurrenceSlot) }));
}

interface Edit {
  from: string;
  slot: string;
  activity: Activity;
  values: Record<string, unknown>;
  rule: string | undefined;
  scope: SeriesScope;
}

/** The series as it is from here on: its clock moved as the occurrence's was, its template with what was changed. */
function nextSeries(series: Recurrence, { from, slot, activity, values, rule, scope }: Edit) {
  const { startsAt, endsAt, owner, ...changed } = values;
  const zone = series.timeZone ?? 'UTC';
  const moved = typeof startsAt === 'string' ? { slot, to: startsAt, zone } : undefined;
  const passed = scope === 'all' ? 0 : slotsBefore(series, slot);
  const kept = goingOn(series.rule ?? '', passed);
  const begins = moved?.to ?? activity.startsAt ?? slot;
  if (typeof endsAt === 'string' && endsAt < begins)
    throw invalid([{ path: 'values.endsAt', code: 'endsEarly' }]);
  const template = typeof series.values === 'object' && series.values !== null ? series.values : {};
  return {
    subject: typeof changed['subject'] === 'string' ? changed['subject'] : (series.subject ?? kept),
    rule: rule ?? (moved ? (movedByDays(kept, daysMoved(moved)) ?? '') : kept),
    timeZone: zone,
    firstAt: moved ? shiftSlot(from, moved) : from,
    minutes: typeof endsAt === 'string' ? minutesBetween(begins, endsAt) : (series.minutes ?? 0),
    values: { ...template, ...changed },
    madeUntil: series.madeUntil ?? null,
    ...(changed['people'] !== undefined && { people: changed['people'] }),
    ...(owner !== undefined && { owner }),
  };
}
type NextSeries = ReturnType<typeof nextSeries>;

const slotsBefore = ({ rule = '', firstAt = '', timeZone = '' }: Recurrence, slot: string) =>
  slotsOf({ rule, firstAt, timeZone }, Date.parse(firstAt), Date.parse(slot) - 1, 1000).length;

/** Ends the series before a slot, or altogether. */
async function endSeries(ctx: Ctx, id: string, series: Recurrence, slot?: string): Promise<void> {
  const rule = slot === undefined ? series.rule : endingBefore(series.rule ?? '', slot);
  const values = { rule, endedAt: slot ?? ctx.now.toISOString() };
  await updateRecords(ctx, 'recurrence', [{ id, values }], { trusted: true });
}

/** With the rule as it was, each occurrence takes the new values, and moves by as much as the one that was moved. */
async function moveAll(
  ctx: Ctx,
  id: string,
  next: NextSeries,
  {
    open,
    slot,
    values,
  }: { open: readonly Planned[]; slot: string; values: Record<string, unknown> },
): Promise<number> {
  const { startsAt, endsAt, ...changed } = values;
  const to = typeof startsAt === 'string' ? startsAt : slot;
  const timed = startsAt !== undefined || endsAt !== undefined;
  const patches = open.map((each) => {
    const moved = shiftSlot(each.slot, { slot, to, zone: next.timeZone });
    const times = timed && { startsAt: moved, endsAt: plusMinutes(moved, next.minutes) };
    return { id: each.id, values: { ...changed, ...times, recurrence: id, recurrenceSlot: moved } };
  });
  await updateInParts(ctx, patches);
  return patches.length;
}

/** With a new rule, what is planned takes its times in their order; the surplus goes. Gives the last slot that is taken. */
async function followRule(
  ctx: Ctx,
  id: string,
  next: NextSeries,
  { open, values }: { open: readonly Planned[]; values: Record<string, unknown> },
): Promise<{ changed: number; removed: number; madeUntil: string | null }> {
  const { startsAt: _, endsAt: __, ...changed } = values;
  const [first] = open;
  const begin = Math.max(Date.parse(next.firstAt), first ? Date.parse(first.slot) : 0);
  const until = Date.parse(next.madeUntil ?? next.firstAt);
  const slots = slotsOf(next, begin, Math.max(until, begin), Math.max(1, open.length));
  const patches = open.slice(0, slots.length).map((each, i) => {
    const startsAt = slots[i] ?? each.slot;
    const times = { startsAt, endsAt: plusMinutes(startsAt, next.minutes) };
    return {
      id: each.id,
      values: { ...changed, ...times, recurrence: id, recurrenceSlot: startsAt },
    };
  });
  await updateInParts(ctx, patches);
  const surplus = open.slice(patches.length).map((each) => ({ id: each.id }));
  if (surplus.length > 0) await removeRecords(ctx, 'activity', surplus);
  return {
    changed: patches.length,
    removed: surplus.length,
    madeUntil: slots.at(patches.length - 1) ?? null,
  };
}

async function updateInParts(ctx: Ctx, patches: readonly { id: string; values: object }[]) {
  for (let at = 0; at < patches.length; at += 100)
    await updateRecords(ctx, 'activity', patches.slice(at, at + 100), { sets: ofSeries });
}
