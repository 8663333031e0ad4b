import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { findObject, scopeOf, tableOf } from '../records/find-object.ts';
import type { Values } from '../records/rules.ts';
import { qualified } from '../records/sql.ts';
import { titleSql } from '../records/title-sql.ts';
import { reachSql } from '../records/where.ts';
import { matchKeys } from './match-keys.ts';
import { leastScore, matchRules, mostSharing, type MatchKey } from './match-rules.ts';
import { describeRules, reasonMark, scoresOf, visibleRules, type Reason } from './reasons.ts';

export interface Match {
  id: string;
  /** Empty when it is hidden from the actor. */
  title: string;
  /** Up to 100. */
  score: number;
  reasons: Reason[];
}

export interface MatchOptions {
  /** The record the values are of, when it exists already. */
  excludeId?: string;
  /** 10 when absent. */
  limit?: number;
  /** Lower scores are not told; `leastScore` when absent. */
  least?: number;
}

const defaultLimit = 10;

/**
 * Records that are probably the same as one with these values, the likeliest first. Only those the actor may see:
 * of others neither existence nor number is told, and fields hidden from the actor are not compared.
 */
export async function findMatches(
  ctx: Ctx,
  objectKey: string,
  values: Values,
  options: MatchOptions = {},
): Promise<Match[]> {
  const [matches = []] = await findMatchesOfMany(ctx, objectKey, [values], options);
  return matches;
}

/** The same for many at once, such as the rows of a file, in two queries. */
export async function findMatchesOfMany(
  ctx: Ctx,
  objectKey: string,
  rows: readonly Values[],
  { excludeId, limit = defaultLimit, least = leastScore }: MatchOptions = {},
): Promise<Match[][]> {
  const object = findObject(ctx, objectKey);
  const visible = new Set(visibleRules(ctx, object));
  const keysOfRows = rows.map((values) =>
    matchKeys(object, readable(object, values)).filter(({ rule }) => visible.has(rule)),
  );
  const found = await sharing(ctx, object, keysOfRows.flat());
  const scores = scoresOf(object);
  const candidates = keysOfRows.map((keys) =>
    [...evidence(keys, found)]
      .filter(([id]) => id !== excludeId)
      .map(([id, marks]) => ({ id, marks: [...marks], score: scores.sum(marks) }))
      .filter(({ score }) => score >= least)
      .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id)),
  );
  const titles = await reachedTitles(
    ctx,
    object,
    candidates.flat().map(({ id }) => id),
  );
  return candidates.map((list) =>
    list
      .flatMap(({ id, score, marks }): Match[] => {
        const title = titles.get(id);
        return title === undefined
          ? []
          : [{ id, title, score, reasons: describeRules(object, marks) }];
      })
      .slice(0, limit),
  );
}

/** Of those the actor may see. */
async function reachedTitles(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const scope = scopeOf(ctx, object);
  const rows = await ctx.db.prepared(
    `select t.id, ${titleSql(ctx, object, 't')} from ${tableOf(ctx, object)} t
     where t.id = any(${scope.params.add([...new Set(ids)], 'uuid[]')}) and t.deleted_at is null
       and ${reachSql(scope, ctx.access.of(object.key).read)}`,
    scope.params.values,
  );
  return new Map(rows.map(([id, title]) => [String(id), typeof title === 'string' ? title : '']));
}

/** Values as they would be kept; one that could not be kept is compared with nothing. */
function readable(object: ModelObject, values: Values): Values {
  const result: Values = {};
  for (const { field } of matchRules(object)) {
    const value = values[field.key] ?? null;
    const parsed = value === null ? undefined : valueKind(field).parse(value, field);
    if (parsed?.ok) result[field.key] = parsed.value;
  }
  return result;
}

type Sharing = Map<string, { id: string; form: number }[]>;
const keyMark = ({ rule, key }: Pick<MatchKey, 'rule' | 'key'>): string => `${rule} ${key}`;

/** Records that have one of the keys; those with a key that too many share are left out. */
async function sharing(ctx: Ctx, object: ModelObject, keys: readonly MatchKey[]): Promise<Sharing> {
  const distinct = [...new Map(keys.map((key) => [keyMark(key), key])).values()];
  const result: Sharing = new Map();
  if (distinct.length === 0) return result;
  const rows = await ctx.db.prepared(
    `select k.rule, k.key, m.record_id, m.form
     from unnest($2::text[], $3::text[]) as k(rule, key),
       lateral (select record_id, form from ${qualified(ctx.workspace.schema, 'match_key')} m
                where m.object = $1 and m.rule = k.rule and m.key = k.key limit ${mostSharing + 1}) m`,
    [object.key, distinct.map(({ rule }) => rule), distinct.map(({ key }) => key)],
  );
  for (const [rule, key, id, form] of rows) {
    const mark = keyMark({ rule: String(rule), key: String(key) });
    const sharers = result.get(mark) ?? [];
    sharers.push({ id: String(id), form: Number(form) });
    result.set(mark, sharers);
  }
  for (const [mark, sharers] of result) if (sharers.length > mostSharing) result.delete(mark);
  return result;
}

/** Per record, what ties it to these keys. */
function evidence(keys: readonly MatchKey[], found: Sharing): Map<string, Set<string>> {
  const marks = new Map<string, Set<string>>();
  for (const key of keys) {
    for (const { id, form } of found.get(keyMark(key)) ?? []) {
      const own = marks.get(id) ?? new Set();
      own.add(reasonMark(key.rule, form === key.form));
      marks.set(id, own);
    }
  }
  return marks;
}
