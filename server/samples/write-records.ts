import { memberActor, systemActor } from '#engine/actor.ts';
import { buildAccess } from '#engine/access/build-access.ts';
import type { Ctx } from '#engine/context.ts';
import { createRecords, updateRecords } from '#engine/records/index.ts';
import { withDb } from '#engine/transaction.ts';
import { keepFile, type SampleFile } from './keep-file.ts';
import type { PlannedRecord } from './world.ts';

/** What is written together, unless a part says more: one record at a time would take several times as long. */
const dayMs = 86_400_000;

interface Step {
  record: PlannedRecord;
  /** Absent: the record is made. */
  change?: { values: Record<string, unknown>; turn: number };
  at: Date;
  by: string;
}

export interface Written {
  /** Ids by what the plan calls them: `account`, then `account 3`. */
  ids: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Writes a plan through the verbs of records, in the order in which it happened, as the members of the story. Of today,
 * only what has happened by now.
 */
export async function writeRecords(
  ctx: Ctx,
  plan: readonly PlannedRecord[],
  {
    members,
    without,
    windows,
  }: {
    members: ReadonlyMap<string, string>;
    without: ReadonlySet<string>;
    /** Days that are written together, by object. */
    windows: ReadonlyMap<string, number>;
  },
): Promise<Written> {
  const ids = new Map<string, Map<string, string>>();
  const order = [...new Set(plan.map(({ object }) => object))];
  for (const { at, steps: step } of batches(plan, { order, windows, until: ctx.now })) {
    const [first] = step;
    if (!first) continue;
    const { object } = first.record;
    const known = ids.get(object) ?? new Map<string, string>();
    ids.set(object, known);
    const acting = asMember(ctx, members.get(first.by) ?? '', at);
    const values: Record<string, unknown>[] = [];
    for (const { record, change } of step)
      values.push(
        resolved(ids, members, without, object, await withFile(acting, (change ?? record).values)),
      );
    // What rules write is part of the story, and readOnly to everybody else.
    const options = { trusted: true };
    if (first.change) {
      const patches = step.map(({ record }, i) => ({
        id: known.get(record.ref) ?? '',
        values: values[i],
      }));
      await updateRecords(acting, object, patches, options);
    } else {
      const made = await createRecords(acting, object, values, options);
      made.forEach(({ id }, i) => known.set(step[i]?.record.ref ?? '', id));
    }
  }
  return { ids };
}

/** Acts as the member at that moment, and may do what the story needs. */
export function asMember(ctx: Ctx, memberId: string, now: Date): Ctx {
  const actor = memberActor(ctx.directory, memberId, ctx.workspace.settings);
  const access = buildAccess(systemActor('sample'), ctx.directory, ctx.model);
  return withDb({ ...ctx, actor, access, now }, ctx.db, (effect) => ctx.afterCommit(effect));
}

interface Batch {
  at: Date;
  steps: readonly Step[];
}

/**
 * What one member did to one object in a day; what others need comes first. Moments rise from batch to batch, as
 * the history counts on.
 */
function batches(
  plan: readonly PlannedRecord[],
  {
    order,
    windows,
    until,
  }: { order: readonly string[]; windows: ReadonlyMap<string, number>; until: Date },
): Batch[] {
  const steps = plan
    .flatMap((record): Step[] => [
      { record, at: record.at, by: record.by },
      ...record.changes.map(({ at, by, values }, turn) => ({
        record,
        at,
        by,
        change: { values, turn },
      })),
    ])
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const groups = Map.groupBy(steps, ({ record, change, at, by }) =>
    [
      windowOf(at, windows.get(record.object) ?? 1),
      change ? 1 + change.turn : 0,
      String(order.indexOf(record.object)).padStart(3, '0'),
      pointsToOwn(record) && !change ? 1 : 0,
      by,
    ].join(' '),
  );
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const moments = sorted.map(([first]) => first?.at.getTime() ?? 0).toSorted((a, b) => a - b);
  let last = 0;
  return sorted.map((group, i) => {
    // Two that were planned for one moment come one after the other.
    last = Math.max(moments[i] ?? 0, last + 1);
    return { at: new Date(last), steps: group };
  });
}

/** Of several days, the last: what the records of a part point to was written by then. */
const windowOf = (at: Date, days: number): string =>
  ((Math.floor(at.getTime() / (days * dayMs)) + 1) * days).toFixed(6).padStart(15, '0');

/** A branch is written after the company it belongs to. */
const pointsToOwn = ({ values }: PlannedRecord): boolean => 'parent' in values;

/** The file of a record is in the store before the record is. */
async function withFile(
  ctx: Ctx,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { file } = values;
  return isSampleFile(file) ? { ...values, file: await keepFile(ctx, file.file) } : values;
}

const isSampleFile = (value: unknown): value is { file: SampleFile } =>
  typeof value === 'object' && value !== null && 'file' in value;

function resolved(
  ids: ReadonlyMap<string, ReadonlyMap<string, string>>,
  members: ReadonlyMap<string, string>,
  without: ReadonlySet<string>,
  object: string,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => !without.has(`${object}.${key}`))
      .map(([key, value]) => [key, resolve(value)]),
  );

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    if ('ref' in value) return find(String(value.ref));
    if ('member' in value) return members.get(String(value.member));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]));
  }

  function find(ref: string): string {
    for (const known of ids.values()) {
      const id = known.get(ref);
      if (id !== undefined) return id;
    }
    throw new Error(`nothing is called ${ref} yet`);
  }
}
