import type { ModelField } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import type { RecordLink } from '../history/read-history.ts';
import { tableOf } from '../records/find-object.ts';
import { references } from '../records/references.ts';
import { column, columnName, literal, Params } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { sourcesOf } from './sources.ts';

/** The newest replies that stand with an entry at once. */
export const repliesShown = 3;

export interface FoundReplies {
  /** The oldest first. */
  links: RecordLink[];
  total: number;
}

/** The newest replies to each of the records, and how many there are, of those the actor may see. */
export async function findReplies(
  ctx: Ctx,
  links: readonly RecordLink[],
): Promise<Map<string, FoundReplies>> {
  const params = new Params();
  const branches: string[] = [];
  for (const [key, group] of Map.groupBy(links, ({ object }) => object)) {
    const answered = ctx.model.objects.get(key);
    const ids = params.add(
      group.map(({ id }) => id),
      'uuid[]',
    );
    for (const { object, rule, fields } of answered ? sourcesOf(ctx, answered) : []) {
      const at = object.fields.get(rule.at);
      const relation = fields.find(isOne);
      if (!rule.reply || !at || !relation) continue;
      const own = column('t', columnName(relation, ''));
      const seen = reachSql({ ctx, object, alias: 't', params }, ctx.access.of(object.key).read);
      branches.push(
        `select ${literal(object.key)} as object, t.id, ${own} as answers, ${column('t', columnName(at, ''))} as at
         from ${tableOf(ctx, object)} t where ${own} = any(${ids}) and t.deleted_at is null and ${seen}`,
      );
    }
  }
  if (branches.length === 0) return new Map();
  const rows = await ctx.db.prepared(
    `select object, id, answers, total from (
       select r.*, count(*) over (partition by answers) as total,
         row_number() over (partition by answers order by at desc, id desc) as place
       from (${branches.join(' union all ')}) r
     ) n where place <= ${repliesShown} order by at, id`,
    params.values,
  );
  const found = new Map<string, FoundReplies>();
  for (const [object, id, answers, total] of rows) {
    const known = found.get(String(answers)) ?? { links: [], total: Number(total) };
    known.links.push({ object: String(object), id: String(id) });
    found.set(String(answers), known);
  }
  return found;
}

const isOne = ({ kind }: ModelField): boolean =>
  references[kind]?.to === 'record' && !references[kind].many;
