import { invalid } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { isId } from '../records/get.ts';
import { column, columnName, qualified } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { describeRules, scoresOf, visibleMarks, visibleRules, type Reason } from './reasons.ts';
import { matchRules } from './match-rules.ts';
import { lastScan } from './runs.ts';
import { scannable } from './scan.ts';

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
 * Groups of probable duplicates, the likeliest first. Of each only the members that the actor may see; a group with fewer
 * than two of those does not exist for them.
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
    items: shown.flatMap((row) => present(ctx, object, row, query.minScore ?? 0)),
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
  const titleField = object.fields.get(object.title);
  const title = titleField ? column('t', columnName(titleField, '')) : 'null';
  const seen = reachSql(scope, ctx.access.of(object.key).read);
  const add = (value: unknown, type: string) => scope.params.add(value, type);
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const behind = after
    ? ` and (g.score < ${add(after.score, 'int')} or g.score = ${add(after.score, 'int')} and g.id > ${add(after.id, 'uuid')})`
    : '';
  const members = `${table('duplicate_group_member')} m join ${tableOf(ctx, object)} t on t.id = m.record_id`;
  // Lets who sees little start from what they see, instead of looking into every group.
  const within =
    ctx.access.of(object.key).read === true
      ? ''
      : ` and g.id in (select m.group_id from ${members} where t.deleted_at is null and ${seen})`;
  const rows = await ctx.db.query(
    `select g.id, g.score, g.rules, g.found_at, g.dismissed_at, g.dismissed_by, m.members
     from ${table('duplicate_group')} g cross join lateral (
       select count(*) as seen, json_agg(json_build_object('id', t.id, 'title', ${title}, 'score', m.score,
         'rules', m.rules) order by t.id) as members
       from ${members}
       where m.group_id = g.id and t.deleted_at is null and ${seen}
     ) m
     where g.object = ${add(object.key, 'text')} and g.score >= ${add(minScore, 'int')}
       and g.dismissed_at is ${dismissed ? 'not ' : ''}null and m.seen > 1${behind}${within}
     order by g.score desc, g.id limit ${add(limit, 'int')}`,
    scope.params.values,
  );
  return rows.map(
    ([id, score, rules, foundAt, dismissedAt, dismissedBy, members]) =>
      // In the order and with the types of the columns above.
      ({ id, score, rules, foundAt, dismissedAt, dismissedBy, members }) as Row,
  );
}

function present(ctx: Ctx, object: ModelObject, row: Row, minScore: number): ShownGroup[] {
  const visible = visibleRules(ctx, object);
  const blind = matchRules(object).some(({ name }) => !visible.includes(name));
  const scores = scoresOf(object);
  const members = row.members.map(({ id, title, score, rules }) => {
    const marks = visibleMarks(visible, rules);
    return {
      id,
      title: title ?? '',
      score: blind ? scores.sum(marks) : score,
      reasons: describeRules(object, marks),
    };
  });
  // What hidden fields say must not be read off the score either.
  const score = blind ? Math.min(row.score, ...members.map((member) => member.score)) : row.score;
  if (blind && score < Math.max(minScore, 1)) return [];
  return [
    {
      id: row.id,
      object: object.key,
      score,
      reasons: describeRules(object, visibleMarks(visible, row.rules)),
      foundAt: row.foundAt,
      dismissedAt: row.dismissedAt,
      dismissedBy:
        row.dismissedBy === null
          ? null
          : {
              id: row.dismissedBy,
              title: ctx.directory.members.get(row.dismissedBy)?.name ?? null,
            },
      members,
    },
  ];
}

const encodeCursor = ({ score, id }: Row): string =>
  Buffer.from(`${score} ${id}`).toString('base64url');

function decodeCursor(cursor: string): { score: number; id: string } {
  const [score = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{1,3}$/.test(score) || !isId(id)) {
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  }
  return { score: Number(score), id };
}
