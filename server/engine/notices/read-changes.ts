import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import { qualified } from '../records/sql.ts';
import type { ToldNotice } from './store-notices.ts';

/** An event with those of its changes that people may be told of: [before, after] by field. */
export interface EventChanges {
  event: OutboxEvent;
  object: ModelObject;
  changes: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** A notice about an event, before it is known who may see the record. */
export interface Candidate extends ToldNotice {
  event: OutboxEvent;
  /** Fields that the member has to be able to see for it. */
  fields?: readonly string[];
}

const actions = new Set(['record.create', 'record.update', 'record.merge', 'record.share']);

/** What the history says of events whose changes may concern people, in one query. */
export async function readChanges(
  ctx: Ctx,
  events: readonly OutboxEvent[],
): Promise<EventChanges[]> {
  const asked = events.flatMap((event) => {
    const object = ctx.model.objects.get(event.object);
    if (!object || !actions.has(event.kind)) return [];
    const told = toldFields(object);
    const concerns = event.kind === 'record.share' || event.fields.some((key) => told.has(key));
    return concerns ? [{ event, object }] : [];
  });
  if (asked.length === 0) return [];
  const keys = new Set(['$share', ...asked.flatMap(({ object }) => [...toldFields(object)])]);
  const of = <T>(pick: (event: OutboxEvent) => T) => asked.map(({ event }) => pick(event));
  const rows = await ctx.db.prepared(
    `select e.n, (select jsonb_object_agg(c.key, c.value) from jsonb_each(h.changes) c where c.key = any($6))
     from unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::timestamptz[]) with ordinality
       e(object, record_id, version, action, at, n)
     join ${qualified(ctx.workspace.schema, 'history')} h on h.object = e.object and h.record_id = e.record_id
       and h.version = e.version and h.action = e.action and h.at = e.at
     order by e.n, h.id`,
    [
      of(({ object }) => object),
      of(({ recordId }) => recordId),
      of(({ version }) => version),
      of(({ kind }) => kind.slice('record.'.length)),
      of(({ at }) => at),
      [...keys],
    ],
  );
  return rows.flatMap(([n, changes]): EventChanges[] => {
    const entry = asked[Number(n) - 1];
    // As the pipeline wrote it.
    return entry && changes ? [{ ...entry, changes: changes as EventChanges['changes'] }] : [];
  });
}

/** Fields whose change may concern people: whose it is, and what mentions them. */
function toldFields(object: ModelObject): ReadonlySet<string> {
  const rich = [...object.fields.values()].filter(({ kind }) => kind === 'richText');
  const untold = object.untold === undefined ? [] : [object.untold];
  return new Set([...peopleFields(object), ...rich.map(({ key }) => key), ...untold]);
}

/** Fields that say whose a record is: its owner, and who takes part. */
export const peopleFields = (object: ModelObject): string[] =>
  object.reach === 'owned' ? ['owner', ...object.participants] : [];
