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
  const params = new Params();
  const parts = wanted.flatMap((object) => {
    const found = foundSql(ctx, object, params, wordsSql({ ctx, object, params }, words));
    const rest = `(${found} limit ${candidates})`;
    if (!object.search.includes(object.title) || !seesTitle(ctx, object)) return [rest];
    const beginning = `d.name_key like ${params.add(`${escapeLike(fold(q))}%`, 'text')}`;
    const first = foundSql(ctx, object, params, beginning);
    return [`(${first} order by d.name_key limit ${candidates})`, rest];
  });
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

function foundSql(ctx: Ctx, object: ModelObject, params: Params, condition: string): string {
  const scope = { ctx, object, alias: 't', params };
  const { read } = ctx.access.of(object.key);
  const title = seesTitle(ctx, object) ? 'd.title' : 'null::text';
  const documents = qualified(ctx.workspace.schema, 'search_document');
  // Documents of the trash are gone, so the record itself is asked only where rights need it; as a join, so that the
  // planner begins with the records where few are in reach, and with the words where few have them.
  const reached =
    read === true
      ? `${documents} d where`
      : `${tableOf(ctx, object)} t join ${documents} d on d.record_id = t.id where t.deleted_at is null and ${reachSql(scope, read)} and`;
  return `select ${literal(object.key)}, d.record_id, ${title} from ${reached} d.object = ${literal(object.key)} and ${condition}`;
}
