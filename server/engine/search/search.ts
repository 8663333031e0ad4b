import { nfc } from '#shared/locale/text.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { scopeOf, tableOf } from '../records/find-object.ts';
import { literal, qualified } from '../records/sql.ts';
import { reachSql } from '../records/where.ts';
import { searchWords, wordsSql } from './condition.ts';
import { rankMatches } from './rank.ts';

export interface SearchHit {
  object: string;
  id: string;
  title: string;
}

const defaultLimit = 20;
/** Looked at per object before ranking: enough that the best of them are good, few enough to stop early. */
const candidates = 200;

/**
 * Records of all objects that have every word, with or without accents; those whose title has the text as typed come
 * first. Cost does not grow with how many records match: each object gives its newest candidates.
 */
export async function search(
  ctx: Ctx,
  q: string,
  { objects, limit = defaultLimit }: { objects?: readonly string[]; limit?: number } = {},
): Promise<{ items: SearchHit[] }> {
  const words = searchWords(q);
  if (words.length === 0) return { items: [] };
  const wanted = [...ctx.model.objects.values()].filter(
    ({ key }) => (objects?.includes(key) ?? true) && canRead(ctx, key),
  );
  const found = await Promise.all(wanted.map((object) => candidatesOf(ctx, object, words)));
  return { items: rankMatches(nfc(q), found.flat()).slice(0, limit) };
}

function canRead(ctx: Ctx, key: string): boolean {
  const { read } = ctx.access.of(key);
  return read === true || !('nothing' in read);
}

async function candidatesOf(
  ctx: Ctx,
  object: ModelObject,
  words: readonly string[],
): Promise<SearchHit[]> {
  const scope = scopeOf(ctx, object);
  const { read } = ctx.access.of(object.key);
  const matching = wordsSql(scope, words);
  // Documents of the trash are gone, so the record itself is asked only where rights need it.
  const reach =
    read === true
      ? ''
      : ` and exists (select from ${tableOf(ctx, object)} t where t.id = d.record_id and ${reachSql(scope, read)})`;
  const rows = await ctx.db.query(
    `select d.record_id, d.title from ${qualified(ctx.workspace.schema, 'search_document')} d` +
      ` where d.object = ${literal(object.key)} and ${matching}${reach} limit ${candidates}`,
    scope.params.values,
  );
  return rows.map(([id, title]) => ({ object: object.key, id: String(id), title: String(title) }));
}
