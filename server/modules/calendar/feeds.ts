import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { forbidden, invalid, notFound } from '#shared/errors.ts';
import { asMember } from '#engine/access/as-member.ts';
import type { Ctx } from '#engine/context.ts';
import type { GivenEvent } from '#engine/schema/system-tables.ts';
import { withTransaction } from '#engine/transaction.ts';
import { feedEvents, type Feed } from './feed-events.ts';
import { writeCalendar, type IcsEvent } from './ics/index.ts';
import { membersOf } from './show-calendar.ts';
import { withGone } from './with-gone.ts';

export interface FeedLine {
  id: string;
  /** Of which team; null: one's own. */
  team: { id: string; title: string | null } | null;
  createdAt: string;
}

/** 256 bits: nobody finds one by trying. */
const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** The addresses under which the actor's calendars are read elsewhere; what they are is told only when they are made. */
export async function listFeeds(ctx: Ctx): Promise<FeedLine[]> {
  const rows = await ctx.tables
    .selectFrom('calendar_feed')
    .select(['id', 'team_id', 'created_at'])
    .where('member_id', '=', memberOf(ctx))
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, team_id, created_at }) => ({
    id,
    team:
      team_id === null
        ? null
        : { id: team_id, title: ctx.directory.teams.get(team_id)?.name ?? null },
    createdAt: new Date(created_at).toISOString(),
  }));
}

/** A new address; the one before of the same calendar shows nothing any more. */
export function makeFeed(ctx: Ctx, teamId?: string): Promise<{ id: string; secret: string }> {
  const member = memberOf(ctx);
  if (teamId !== undefined && !ctx.directory.teams.has(teamId))
    throw invalid([{ path: 'team', code: 'notFound' }]);
  return withTransaction(ctx, async ({ tables, now }) => {
    const secret = newSecret();
    const id = newId();
    await tables
      .deleteFrom('calendar_feed')
      .where('member_id', '=', member)
      .where('team_id', teamId === undefined ? 'is' : '=', teamId ?? null)
      .execute();
    await tables
      .insertInto('calendar_feed')
      .values({
        id,
        member_id: member,
        team_id: teamId ?? null,
        secret_hash: hashOf(secret),
        created_at: now.toISOString(),
      })
      .execute();
    return { id, secret };
  });
}

export async function endFeed(ctx: Ctx, id: string): Promise<void> {
  const ended = await ctx.tables
    .deleteFrom('calendar_feed')
    .where('id', '=', id)
    .where('member_id', '=', memberOf(ctx))
    .returning('id')
    .execute();
  if (ended.length === 0) throw notFound();
}

/** The file for whoever has the secret: what its maker may read now; not found for all others, and once they are gone. */
export async function readFeed(ctx: Ctx, secret: string, origin: string): Promise<string> {
  const row = await ctx.tables
    .selectFrom('calendar_feed')
    .select(['id', 'member_id', 'team_id'])
    .where('secret_hash', '=', hashOf(secret))
    .executeTakeFirst();
  const member = row && ctx.directory.members.get(row.member_id);
  if (!row || !member?.active) throw notFound();
  const team = row.team_id === null ? undefined : ctx.directory.teams.get(row.team_id);
  if (row.team_id !== null && !team) throw notFound();
  const own = asMember(ctx, member.id);
  const members = membersOf(own, team ? { teams: [team.id] } : {});
  const events = await tellGone(own, row.id, { members, origin });
  return writeCalendar({ name: `${team?.name ?? member.name} · Duyên`, events });
}

/** What is on, and what this feed told of before and is on no more. */
async function tellGone(ctx: Ctx, id: string, feed: Feed): Promise<readonly IcsEvent[]> {
  const { events, from, truncated } = await feedEvents(ctx, feed);
  // What is missing may be no more than cut off.
  if (truncated) return events;
  return withTransaction(ctx, async ({ tables, now, actor: { timeZone } }) => {
    const row = await tables
      .selectFrom('calendar_feed')
      .select('given')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    const told = withGone(events, row?.given ?? {}, { now, from, timeZone });
    if (row && told.changed)
      await tables
        .updateTable('calendar_feed')
        .set({ given: sql<Record<string, GivenEvent>>`${JSON.stringify(told.next)}::jsonb` })
        .where('id', '=', id)
        .execute();
    return told.events;
  });
}

function memberOf({ actor }: Ctx): string {
  if (actor.kind !== 'member') throw forbidden();
  return actor.id;
}
