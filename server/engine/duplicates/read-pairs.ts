import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { literal, qualified } from '../records/sql.ts';
import type { Pair } from './join-pairs.ts';
import { leastScore, mostSharing } from './match-rules.ts';
import { scoresOf } from './reasons.ts';

const fetched = 5000;

/**
 * Pairs of records with evidence enough between them, the strongest first, until `take` wants no more. Only records that
 * share a key are compared, and a key of more than fifty records is passed over. The transaction only reads: it takes no
 * number, so readers of the outbox do not wait for it however long it runs.
 */
export async function readPairs(
  ctx: Ctx,
  object: ModelObject,
  take: (pairs: readonly Pair[]) => boolean,
): Promise<void> {
  const client = await ctx.db.pool.connect();
  let failed = true;
  try {
    await client.query(
      `begin read only; set local statement_timeout = 0; set local work_mem = '64MB';
       set local idle_in_transaction_session_timeout = '5min'`,
    );
    await client.query(`declare pairs no scroll cursor for ${pairsSql(ctx, object)}`);
    for (;;) {
      const { rows } = await client.query<Pair>(`fetch ${fetched} from pairs`);
      if (!take(rows) || rows.length < fetched) break;
    }
    await client.query('commit');
    failed = false;
  } finally {
    // Dropped when something went wrong, for its transaction is still open.
    client.release(failed);
  }
}

function pairsSql(ctx: Ctx, object: ModelObject): string {
  const scores = [...scoresOf(object).byRule].map(
    ([rule, { same, near }]) => `(${literal(rule)}, ${same}, ${near})`,
  );
  return `with block as materialized (
  select rule, array_agg(record_id) as ids, array_agg(form) as forms
  from ${qualified(ctx.workspace.schema, 'match_key')}
  where object = ${literal(object.key)}
  group by rule, key having count(*) between 2 and ${mostSharing}
), pair as (
  select rule, least(b.ids[i], b.ids[j]) as a, greatest(b.ids[i], b.ids[j]) as b,
    bool_or(b.forms[i] = b.forms[j]) as same
  from block b, generate_series(1, cardinality(b.ids)) i, generate_series(i + 1, cardinality(b.ids)) j
  where b.ids[i] <> b.ids[j]
  group by 1, 2, 3
)
select p.a, p.b, least(100, sum(case when p.same then s.same else s.near end))::int as score,
  array_agg(p.rule || case when p.same or s.same = s.near then '' else '~' end order by p.rule) as marks
from pair p join (values ${scores.join(', ')}) as s(rule, same, near) using (rule)
group by p.a, p.b having sum(case when p.same then s.same else s.near end) >= ${leastScore}
order by 3 desc, 1, 2`;
}

/** Keys that too many records share to say anything, the commonest first. */
export async function readWeakKeys(
  ctx: Ctx,
  object: ModelObject,
): Promise<{ rule: string; key: string; records: number }[]> {
  const rows = await ctx.db.query(
    `select rule, key, count(*) from ${qualified(ctx.workspace.schema, 'match_key')} where object = $1
     group by rule, key having count(*) > ${mostSharing} order by 3 desc, 1, 2 limit 100`,
    [object.key],
  );
  return rows.map(([rule, key, records]) => ({
    rule: String(rule),
    key: String(key),
    records: Number(records),
  }));
}
