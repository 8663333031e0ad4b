import { escapeLike, fold, nfc } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { tableOf } from '../records/find-object.ts';
import { literal, Params, qualified } from '../records/sql.ts';
import { seesTitle } from '../records/title-sql.ts';
import { reachSql } from '../records/where.ts';
import { searchWords, wordsSql } from './condition.ts';
import { rankMatches } from './rank.ts';

export interface SearchHit {
  object: string;
  id: string;
  /** Null where it is hidden from the actor. */
  title: string | null;
}

const defaultLimit = 20;
/** Looked at per object and way of finding, before ranking: as many as one answer holds, few enough to stop early. */
const candidates = 100;

/**
 * Records of all objects that have every word, with or without accents; those whose title has the text as typed come
 * first. Cost does not grow with how many records match: each object gives those whose title begins with the text, and
 * any others up to a limit.
 */
export async function search(
  ctx: Ctx,
  q: string,
  { objects, limit = defaultLimit }: { objects?: readonly string[]; limit?: number } = {},
): Promise<{ items: SearchHit[] }> {
  const words = searchWords(q);
  const wanted = [...ctx.model.objects.values()].filter(
    ({ key }) => (objects?.includes(key) ?? true) && canRead(ctx, key),
  );
  if (words.length === 0 || wanted.length === 0) return { items: [] };
  const ways = await thatFind(
    ctx,
    wanted.flatMap((object) => waysOf(ctx, object, q, words)),
  );
  if (ways.length === 0) return { items: [] };
  const params = new Params();
  const parts = ways.map((way) => foundSql(ctx, way, params));
  const rows = await ctx.db.query(parts.join(' union all '), params.values);
  const hits = new Map(
    rows.map(([object, id, title]) => [
      `${String(object)} ${String(id)}`,
      {
        object: String(object),
        id: String(id),
        title: typeof title === 'string' ? title : null,
      },
    ]),
  );
  return { items: rankMatches(nfc(q), [...hits.values()]).slice(0, limit) };
}

function canRead(ctx: Ctx, key: string): boolean {
  const { read } = ctx.access.of(key);
  return read === true || !('nothing' in read);
}

/** A way of finding records of an object by their documents `d`. */
interface Way {
  object: ModelObject;
  condition: (params: Params) => string;
  /** What comes first where not all are taken. */
  order: string;
}

function waysOf(ctx: Ctx, object: ModelObject, q: string, words: readonly string[]): Way[] {
  const anywhere = {
    object,
    condition: (params: Params) => wordsSql({ ctx, object, params }, words),
    order: '',
  };
  if (!object.search.includes(object.title) || !seesTitle(ctx, object)) return [anywhere];
  const beginning = (params: Params) =>
    `d.name_key like ${params.add(`${escapeLike(fold(q))}%`, 'text')}`;
  return [{ object, condition: beginning, order: 'order by d.name_key' }, anywhere];
}

/**
 * Without those ways that find nothing for anybody: planning what one may see of an object costs many times what it costs
 * to know that the words are nowhere in it.
 */
async function thatFind(ctx: Ctx, ways: readonly Way[]): Promise<readonly Way[]> {
  const isLimited = ({ object }: Way) => ctx.access.of(object.key).read !== true;
  const params = new Params();
  const questions = ways.flatMap((way, i) =>
    isLimited(way)
      ? `select ${i} where exists (select from ${documentsSql(ctx, way, params)})`
      : [],
  );
  if (questions.length === 0) return ways;
  const rows = await ctx.db.query(questions.join(' union all '), params.values);
  const found = new Set(rows.map(([i]) => Number(i)));
  return ways.filter((way, i) => !isLimited(way) || found.has(i));
}

const documentsSql = (ctx: Ctx, { object, condition }: Way, params: Params): string =>
  `${documentsOf(ctx)} d where d.object = ${literal(object.key)} and ${condition(params)}`;

const documentsOf = (ctx: Ctx): string => qualified(ctx.workspace.schema, 'search_document');

function foundSql(ctx: Ctx, way: Way, params: Params): string {
  const { object, condition, order } = way;
  const scope = { ctx, object, alias: 't', params };
  const { read } = ctx.access.of(object.key);
  const title = seesTitle(ctx, object) ? 'd.title' : 'null::text';
  // Documents of the trash are gone, so the record itself is asked only where rights need it; as a join, so that the
  // planner begins with the records where few are in reach, and with the words where few have them.
  const found =
    read === true
      ? documentsSql(ctx, way, params)
      : `${tableOf(ctx, object)} t join ${documentsOf(ctx)} d on d.record_id = t.id where t.deleted_at is null` +
        ` and ${reachSql(scope, read)} and d.object = ${literal(object.key)} and ${condition(params)}`;
  return `(select ${literal(object.key)}, d.record_id, ${title} from ${found} ${order} limit ${candidates})`;
}
