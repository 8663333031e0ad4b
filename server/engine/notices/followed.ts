import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { OutboxEvent } from '../realtime/outbox.ts';
import { tableOf } from '../records/find-object.ts';
import { idsIn } from '../records/references.ts';
import { column, columnName } from '../records/sql.ts';
import { peopleFields, type Candidate } from './read-changes.ts';

/** What is worth telling to those who follow a record, and to those whose it is. */
const told = new Set(['update', 'merge', 'remove', 'restore', 'attach', 'detach']);

/** Followers, owners and who takes part, of records that somebody else changed; but who was told more directly. */
export async function followed(
  ctx: Ctx,
  events: readonly OutboxEvent[],
  direct: readonly Candidate[],
): Promise<Candidate[]> {
  const changed = events.flatMap((event) => {
    const object = ctx.model.objects.get(event.object);
    const action = event.kind.slice('record.'.length);
    // The system keeps numbers and links; people want to know what people did.
    if (!object || !told.has(action) || event.actorId === null) return [];
    const fields = changedFields(object, event);
    return action === 'update' && fields.length === 0 ? [] : [{ event, object, action, fields }];
  });
  if (changed.length === 0) return [];
  const people = await whoCares(ctx, changed);
  const known = new Set(direct.map(({ event, member }) => `${event.id} ${member}`));
  return changed.flatMap(({ event, object, action, fields }) =>
    [...(people.get(event.recordId) ?? [])]
      .filter((member) => member !== event.actorId && !known.has(`${event.id} ${member}`))
      .map((member): Candidate => ({
        event,
        member,
        kind: 'followed',
        object: object.key,
        recordId: event.recordId,
        actor: event.actorId,
        at: event.at,
        params: {
          fields,
          actors: event.actorId === null ? [] : [event.actorId],
          ...(action !== 'update' && { action }),
        },
        key: `followed:${event.recordId}:${event.version}:${event.id}`,
      })),
  );
}

/** What rules keep up to date themselves is no news. */
const changedFields = (object: ModelObject, { fields }: OutboxEvent): string[] =>
  fields.filter((key) => {
    const field = object.fields.get(key);
    return field !== undefined && field.readOnly !== true;
  });

/** Members by record. */
async function whoCares(
  ctx: Ctx,
  changed: readonly { event: OutboxEvent; object: ModelObject }[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const add = (record: string, members: readonly string[]) => {
    const known = found.get(record) ?? new Set();
    for (const member of members) known.add(member);
    found.set(record, known);
  };
  for (const [object, group] of Map.groupBy(changed, (each) => each.object)) {
    const ids = [...new Set(group.map(({ event }) => event.recordId))];
    const followers = await ctx.tables
      .selectFrom('follower')
      .select(['record_id', 'member_id'])
      .where('object', '=', object.key)
      .where('record_id', 'in', ids)
      .execute();
    for (const { record_id, member_id } of followers) add(record_id, [member_id]);
    const fields = peopleFields(object).flatMap((key) => object.fields.get(key) ?? []);
    if (fields.length === 0) continue;
    const columns = fields.map((field) => column('t', columnName(field, '')));
    const rows = await ctx.db.prepared(
      `select t.id, ${columns.join(', ')} from ${tableOf(ctx, object)} t where t.id = any($1::uuid[])`,
      [ids],
    );
    for (const [id, ...cells] of rows) add(String(id), cells.flatMap(idsIn));
  }
  return found;
}
