import type { NoticeParams } from '#shared/notices.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import type { Candidate } from './read-changes.ts';
import { ringBells, type ToldNotice } from './store-notices.ts';

/** What is changed with pauses no longer than this is one piece of work. */
const sameWorkMinutes = 10;

/**
 * Changes of one record within a few minutes are one notice, as long as it is not read. Gives back what needs one of its
 * own.
 */
export async function gatherFollowed(
  ctx: Ctx,
  candidates: readonly Candidate[],
): Promise<ToldNotice[]> {
  const others = candidates.filter(({ kind }) => kind !== 'followed');
  const changes = candidates.filter(({ kind }) => kind === 'followed');
  const merged = [
    ...Map.groupBy(changes, ({ member, recordId }) => `${member} ${recordId}`).values(),
  ].flatMap(joined);
  if (merged.length === 0) return others;
  const open = await openNotices(ctx, merged);
  const going = merged.flatMap((notice) => {
    const found = open.get(`${notice.member} ${notice.recordId}`);
    return found ? [{ id: found.id, at: notice.at, ...both(found, notice), notice }] : [];
  });
  if (going.length > 0)
    await ctx.db.prepared(
      `update ${qualified(ctx.workspace.schema, 'notice')} n set params = x.params, at = x.at, actor_id = x.actor
       from jsonb_to_recordset($1::jsonb) as x(id uuid, params jsonb, at timestamptz, actor uuid) where n.id = x.id`,
      [JSON.stringify(going.map(({ id, params, at, actor }) => ({ id, params, at, actor })))],
    );
  await ringBells(ctx, [...new Set(going.map(({ notice }) => notice.member))]);
  const told = new Set(going.map(({ notice }) => notice));
  return [...others, ...merged.filter((notice) => !told.has(notice))];
}

interface Open {
  id: string;
  params: NoticeParams;
}

async function openNotices(ctx: Ctx, wanted: readonly ToldNotice[]): Promise<Map<string, Open>> {
  const rows = await ctx.db.prepared(
    `select n.id, n.member_id, n.record_id, n.params from ${qualified(ctx.workspace.schema, 'notice')} n
     join unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[]) w(member_id, object, record_id, at)
       on n.member_id = w.member_id and n.object = w.object and n.record_id = w.record_id
     where n.kind = 'followed' and n.read_at is null and n.at > w.at - make_interval(mins => ${sameWorkMinutes})`,
    [
      wanted.map(({ member }) => member),
      wanted.map(({ object }) => object),
      wanted.map(({ recordId }) => recordId),
      wanted.map(({ at }) => at),
    ],
  );
  return new Map(
    rows.map(([id, member, record, params]) => [
      `${String(member)} ${String(record)}`,
      // As it was written here.
      { id: String(id), params: params as NoticeParams },
    ]),
  );
}

/** Changes of one record that are told to one member, in their order, as one. */
function joined(group: readonly Candidate[]): ToldNotice[] {
  const [first, ...later] = group;
  if (!first) return [];
  return [
    later.reduce<ToldNotice>((told, next) => ({ ...told, ...next, ...both(told, next) }), first),
  ];
}

function both(
  { params = {} }: { params?: NoticeParams },
  next: ToldNotice,
): { params: NoticeParams; actor: string | null } {
  const action = next.params?.action ?? params.action;
  return {
    actor: next.actor,
    params: {
      fields: [...new Set([...(params.fields ?? []), ...(next.params?.fields ?? [])])],
      actors: [...new Set([...(next.params?.actors ?? []), ...(params.actors ?? [])])],
      ...(action !== undefined && { action }),
    },
  };
}
