import { v7 as newId } from 'uuid';
import { choiceOf, type KeptPersonal, type NotificationEvent } from '#shared/personal.ts';
import type { Ctx } from '../context.ts';
import { wakeReaders } from '../realtime/wake.ts';
import { qualified } from '../records/sql.ts';
import { noticeEvent, noticeObject } from './live.ts';
import type { NewNotice } from './notify.ts';
import { sendNotices } from './send-notices.ts';

/** A notice with who caused it, and when. */
export interface ToldNotice extends NewNotice {
  actor: string | null;
  at: string;
  /** It comes so late that only the bell shows it. */
  late?: boolean;
}

/** A notice that was written, with where its member wants to be told. */
export interface StoredNotice {
  id: string;
  member: string;
  kind: NotificationEvent;
  late: boolean;
  settings: KeptPersonal;
}

/** Writes notices that are not there yet, each with its effects: the bell of who is here, pushes and mails. */
export async function storeNotices(ctx: Ctx, told: readonly ToldNotice[]): Promise<StoredNotice[]> {
  const wanted = told.filter(({ member }) => ctx.directory.members.get(member)?.active);
  if (wanted.length === 0) return [];
  const settings = await settingsOf(ctx, [...new Set(wanted.map(({ member }) => member))]);
  const rows = new Map(
    wanted.map((notice) => {
      const id = newId();
      return [id, { id, notice, kept: settings.get(notice.member) ?? {} }] as const;
    }),
  );
  const written = await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'notice')}
       (id, member_id, kind, object, record_id, actor_id, at, params, key, read_at)
     select id, member_id, kind, object, record_id, actor_id, at, params, key, read_at
     from jsonb_to_recordset($1::jsonb) as n(id uuid, member_id uuid, kind text, object text, record_id uuid,
       actor_id uuid, at timestamptz, params jsonb, key text, read_at timestamptz)
     order by member_id, key
     on conflict (member_id, key) do nothing returning id`,
    [JSON.stringify([...rows.values()].map(({ id, notice, kept }) => rowOf(id, notice, kept)))],
  );
  const stored = written.flatMap(([id]): StoredNotice[] => {
    const row = rows.get(String(id));
    if (!row) return [];
    const { member, kind, late = false } = row.notice;
    return [{ id: row.id, member, kind, late, settings: row.kept }];
  });
  await ringBells(ctx, [...new Set(stored.map(({ member }) => member))]);
  await sendNotices(ctx, stored);
  return stored;
}

function rowOf(id: string, notice: ToldNotice, kept: KeptPersonal) {
  return {
    id,
    member_id: notice.member,
    kind: notice.kind,
    object: notice.object ?? null,
    record_id: notice.recordId ?? null,
    actor_id: notice.actor,
    at: notice.at,
    params: notice.params ?? {},
    key: notice.key,
    // Listed all the same: who does not want to be counted up may still look.
    read_at: choiceOf(kept, notice.kind).app ? null : notice.at,
  };
}

/** Says to the members' open pages that their notices are not the same any more. */
export async function ringBells(ctx: Ctx, members: readonly string[]): Promise<void> {
  if (members.length === 0) return;
  await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'outbox')} (kind, object, record_id, version)
     select $1, $2, id, 0 from unnest($3::uuid[]) id`,
    [noticeEvent, noticeObject, members],
  );
  wakeReaders(ctx);
}

async function settingsOf(ctx: Ctx, members: readonly string[]) {
  const rows = await ctx.tables
    .selectFrom('member')
    .select(['id', 'settings'])
    .where('id', 'in', members)
    .execute();
  return new Map(rows.map(({ id, settings }) => [id, settings]));
}
