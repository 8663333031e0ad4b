import { invalid } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { qualified } from '../records/sql.ts';
import { titleSql } from '../records/title-sql.ts';
import { reachSql } from '../records/where.ts';
import type { Group } from './join-pairs.ts';
import { describeRules, type Reason } from './reasons.ts';
import { lastScan } from './runs.ts';
import { scannable } from './scan.ts';
import { seesEverything, visibleLinks } from './visible-links.ts';

export interface GroupQuery {
  object: string;
  /** 50 when absent. */
  minScore?: number | undefined;
  /** Those that somebody said are no duplicates, instead of the others. */
  dismissed?: boolean | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface ShownGroup {
  id: string;
  object: string;
  score: number;
  reasons: Reason[];
  foundAt: string;
  dismissedAt: string | null;
  dismissedBy: { id: string; title: string | null } | null;
  members: { id: string; title: string; score: number; reasons: Reason[] }[];
}

const defaultLimit = 50;

/**
 * Groups of probable duplicates, the likeliest first. Of each only the members that the actor may see and that are alike
 * by what they see; a group with fewer than two of those does not exist for them.
 */
export async function listGroups(
  ctx: Ctx,
  query: GroupQuery,
): Promise<{ items: ShownGroup[]; nextCursor: string | null; scannedAt: string | null }> {
  const object = scannable(ctx, query.object);
  const limit = query.limit ?? defaultLimit;
  const rows = await readGroups(ctx, object, query, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await present(ctx, object, shown, query.minScore ?? 0),
    nextCursor: rows.length > limit && last ? encodeCursor(last) : null,
    scannedAt: (await lastScan(ctx, object.key))?.ended_at ?? null,
  };
}

interface Row {
  id: string;
  score: number;
  rules: string[];
  foundAt: string;
  dismissedAt: string | null;
  dismissedBy: string | null;
  members: { id: string; title: string | null; score: number; rules: string[] }[];
}

async function readGroups(
  ctx: Ctx,
  object: ModelObject,
  { minScore = 0, dismissed = false, cursor }: GroupQuery,
  limit: number,
): Promise<Row[]> {
  const scope = scopeOf(ctx, object);
  const table = (name: string) => qualified(ctx.workspace.schema, name);
  const seen = reachSql(scope, ctx.access.of(object.key).read);
  const add = (value: unknown, type: string) => scope.params.add(value, type);
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const behind = after
    ? ` and (g.score < ${add(after.score, 'int')} or g.score = ${add(after.score, 'int')} and g.id > ${add(after.id, 'uuid')})`
    : '';
  const members = `${table('duplicate_group_member')} m join ${tableOf(ctx, object)} t on t.id = m.record_id`;
  const restricted = ctx.access.of(object.key).read !== true;
  // Who sees little starts from what they see, instead of looking into every group.
  const own = restricted
    ? `with own as materialized (
         select m.group_id from ${members} where t.deleted_at is null and ${seen}
         group by m.group_id having count(*) > 1
       ) `
    : '';
  // Among those one sees the links may be stronger than the weakest of all.
  const score = seesEverything(ctx, object) ? 'g.score' : 'm.best';
  const rows = await ctx.db.query(
    `${own}select g.id, g.score, g.rules, g.found_at, g.dismissed_at, g.dismissed_by, m.members
     from ${own && 'own join '}${table('duplicate_group')} g ${own && 'on g.id = own.group_id '}cross join lateral (
       select count(*) as seen, max(m.score) as best, json_agg(json_build_object('id', t.id,
         'title', ${titleSql(ctx, object, 't')}, 'score', m.score, 'rules', m.rules) order by t.id) as members
       from ${members}
       where m.group_id = g.id and t.deleted_at is null and ${seen}
     ) m
     where g.object = ${add(object.key, 'text')} and ${score} >= ${add(minScore, 'int')}
       and g.dismissed_at is ${dismissed ? 'not ' : ''}null and m.seen > 1${behind}
     order by g.score desc, g.id limit ${add(limit, 'int')}`,
    scope.params.values,
  );
  return rows.map(
    ([id, score, rules, foundAt, dismissedAt, dismissedBy, members]) =>
      // In the order and with the types of the columns above.
      ({ id, score, rules, foundAt, dismissedAt, dismissedBy, members }) as Row,
  );
}

async function present(
  ctx: Ctx,
  object: ModelObject,
  rows: readonly Row[],
  minScore: number,
): Promise<ShownGroup[]> {
  const lists = rows.map(({ members, rules }) => ({
    ids: members.map(({ id }) => id),
    marks: rules,
  }));
  const groups = seesEverything(ctx, object)
    ? rows.map(stored)
    : await visibleLinks(ctx, object, lists);
  return rows.flatMap((row, i): ShownGroup[] => {
    const group = groups[i];
    if (!group || group.score < minScore) return [];
    const titles = new Map(row.members.map(({ id, title }) => [id, title ?? '']));
    return [
      {
        id: row.id,
        object: object.key,
        score: group.score,
        reasons: describeRules(object, group.marks),
        foundAt: row.foundAt,
        dismissedAt: row.dismissedAt,
        dismissedBy:
          row.dismissedBy === null
            ? null
            : {
                id: row.dismissedBy,
                title: ctx.directory.members.get(row.dismissedBy)?.name ?? null,
              },
        members: group.members
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, score, marks }) => ({
            id,
            title: titles.get(id) ?? '',
            score,
            reasons: describeRules(object, marks),
          })),
      },
    ];
  });
}

const stored = ({ score, rules, members }: Row): Group => ({
  score,
  marks: rules,
  members: members.map((member) => ({ ...member, marks: member.rules })),
});

const encodeCursor = ({ score, id }: Row): string =>
  Buffer.from(`${score} ${id}`).toString('base64url');

function decodeCursor(cursor: string): { score: number; id: string } {
  const [score = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{1,3}$/.test(score) || !isId(id)) {
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  }
  return { score: Number(score), id };
}
