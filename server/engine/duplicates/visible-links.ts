import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { columnsSql, layoutOf } from '../records/layout.ts';
import type { Values } from '../records/rules.ts';
import { createJoiner, type Group, type Pair } from './join-pairs.ts';
import { matchKeys } from './match-keys.ts';
import { leastScore, matchRules } from './match-rules.ts';
import { reasonMark, ruleOf, scoresOf, visibleRules } from './reasons.ts';

/** True when what the scan found rests on nothing that is kept from the actor. */
export const seesEverything = (ctx: Ctx, object: ModelObject): boolean =>
  ctx.access.of(object.key).read === true &&
  matchRules(object).every(({ name }) => visibleRules(ctx, object).includes(name));

/**
 * What ties records to each other by the fields that the actor sees: a link that goes through a record out of their reach,
 * or that a hidden field makes, would tell what is in there. Of each list the strongest group, undefined when there is none.
 */
export async function visibleLinks(
  ctx: Ctx,
  object: ModelObject,
  lists: readonly { ids: readonly string[]; marks: readonly string[] }[],
): Promise<(Group | undefined)[]> {
  const values = await readValues(ctx, object, [...new Set(lists.flatMap(({ ids }) => ids))]);
  const visible = visibleRules(ctx, object);
  return lists.map(({ ids, marks }) => {
    // What the scan passed over, because too many share it, says nothing of a few of them either.
    const found = new Set(marks.map(ruleOf));
    const rules = new Set(visible.filter((rule) => found.has(rule)));
    const joiner = createJoiner();
    joiner.add(pairsOf(object, rules, ids, values));
    return joiner.groups()[0];
  });
}

async function readValues(
  ctx: Ctx,
  object: ModelObject,
  ids: readonly string[],
): Promise<Map<string, Values>> {
  const compared = new Set(matchRules(object).map(({ field }) => field.key));
  const entries = layoutOf(object).entries.filter(({ field }) => compared.has(field.key));
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.query(
          `select t.id, ${columnsSql(entries, 't')} from ${tableOf(ctx, object)} t where t.id = any($1::uuid[])`,
          [ids],
        );
  return new Map(
    rows.map(([id, ...cells]) => {
      let start = 0;
      const values: Values = {};
      for (const { field, kind, columns } of entries) {
        values[field.key] = kind.load(cells.slice(start, start + columns.length), field);
        start += columns.length;
      }
      return [String(id), values];
    }),
  );
}

/** The strongest first. */
function pairsOf(
  object: ModelObject,
  rules: ReadonlySet<string>,
  ids: readonly string[],
  values: ReadonlyMap<string, Values>,
): Pair[] {
  const keys = ids.flatMap((id) =>
    matchKeys(object, values.get(id) ?? {})
      .filter(({ rule }) => rules.has(rule))
      .map((key) => ({ ...key, id })),
  );
  const marksOf = new Map<string, { a: string; b: string; marks: Set<string> }>();
  for (const sharers of Map.groupBy(keys, ({ rule, key }) => `${rule} ${key}`).values())
    for (const [i, first] of sharers.entries())
      for (const second of sharers.slice(i + 1)) {
        if (first.id === second.id) continue;
        const [a = '', b = ''] = [first.id, second.id].toSorted();
        const pair = marksOf.get(`${a} ${b}`) ?? { a, b, marks: new Set() };
        pair.marks.add(reasonMark(first.rule, first.form === second.form));
        marksOf.set(`${a} ${b}`, pair);
      }
  const scores = scoresOf(object);
  return [...marksOf.values()]
    .map(({ a, b, marks }): Pair => ({
      a,
      b,
      marks: [...marks].toSorted(),
      score: scores.sum(marks),
    }))
    .filter(({ score }) => score >= leastScore)
    .toSorted((x, y) => y.score - x.score || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
}
