import { invalid } from '#shared/errors.ts';
import type { Notice, NoticeParams } from '#shared/notices.ts';
import { notificationEvents, type NotificationEvent } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';
import { qualified } from '../records/sql.ts';
import { findSubjects } from './find-subjects.ts';
import { requireMember } from './require-member.ts';

export interface NoticeQuery {
  kind?: NotificationEvent | undefined;
  unread?: boolean | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface NoticeList {
  items: Notice[];
  nextCursor: string | null;
}

interface Row {
  id: string;
  kind: NotificationEvent;
  object: string | null;
  recordId: string | null;
  actorId: string | null;
  at: string;
  params: NoticeParams;
  read: boolean;
}

/** The actor's own notices, the newest first. */
export async function listNotices(ctx: Ctx, query: NoticeQuery = {}): Promise<NoticeList> {
  const { kind, unread = false, limit = 30, cursor } = query;
  const [at, id] = readCursor(cursor);
  const rows = await ctx.db.prepared(
    `select ${columns} from ${qualified(ctx.workspace.schema, 'notice')} n
     where n.member_id = $1 and ($2::text is null or n.kind = $2) and (not $3 or n.read_at is null)
       and ($4::timestamptz is null or (n.at, n.id) < ($4, $5::uuid))
     order by n.at desc, n.id desc limit $6`,
    [requireMember(ctx), kind ?? null, unread, at, id, limit + 1],
  );
  const found = rows.slice(0, limit).map(rowFrom);
  const last = found.at(-1);
  return {
    items: await presentNotices(ctx, found),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
  };
}

const columns = 'n.id, n.kind, n.object, n.record_id, n.actor_id, n.at, n.params, n.read_at';

function rowFrom([
  id,
  kind,
  object,
  recordId,
  actorId,
  at,
  params,
  readAt,
]: readonly unknown[]): Row {
  return {
    id: String(id),
    kind: notificationEvents.find((known) => known === kind) ?? 'followed',
    object: typeof object === 'string' ? object : null,
    recordId: typeof recordId === 'string' ? recordId : null,
    actorId: typeof actorId === 'string' ? actorId : null,
    at: String(at),
    // As store-notices.ts wrote it.
    params: params as NoticeParams,
    read: readAt !== null,
  };
}

/** Notices of the actor by id, for whoever sends them; those that are gone are left out. */
export async function findNotices(ctx: Ctx, ids: readonly string[]): Promise<Notice[]> {
  const rows = await ctx.db.prepared(
    `select ${columns} from ${qualified(ctx.workspace.schema, 'notice')} n
     where n.member_id = $1 and n.id = any($2::uuid[]) order by n.at, n.id`,
    [requireMember(ctx), ids],
  );
  return presentNotices(ctx, rows.map(rowFrom));
}

/** Titles are looked for now: somebody may have lost the right to a record since they were told of it. */
async function presentNotices(ctx: Ctx, rows: readonly Row[]): Promise<Notice[]> {
  const subjects = await findSubjects(
    ctx,
    rows.flatMap(({ object, recordId: id }) =>
      object !== null && id !== null ? [{ object, id }] : [],
    ),
  );
  const { members } = ctx.directory;
  return rows.map(({ id, kind, object, recordId, actorId, at, params, read }): Notice => {
    const unknown = {
      object: object ?? '',
      id: recordId ?? '',
      title: null,
      removed: false,
      within: null,
    };
    return {
      id,
      kind,
      at,
      read,
      actor: actorId === null ? null : { id: actorId, title: members.get(actorId)?.name ?? null },
      record: recordId === null ? null : (subjects.get(recordId) ?? unknown),
      params: knowable(ctx, object, params),
    };
  });
}

/** Without the names of fields that do not exist for the actor. */
function knowable(ctx: Ctx, object: string | null, params: NoticeParams): NoticeParams {
  if (object === null || !params.fields) return params;
  const { hidden } = ctx.access.of(object);
  return { ...params, fields: params.fields.filter((field) => !hidden.has(field)) };
}

const cursorOf = ({ at, id }: Row): string =>
  Buffer.from(`${at} ${id}`, 'utf8').toString('base64url');

function readCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const [, at, id] = /^(\d{4}-[\d:.TZ+-]{8,40}) ([\da-f-]{36})$/.exec(text) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)))
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  return [at, id];
}
