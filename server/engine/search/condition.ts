import { escapeLike, foldWords } from '#shared/locale/text.ts';
import { literal, qualified } from '../records/sql.ts';
import type { Scope } from '../records/where.ts';

/** Words beyond these say nothing more. */
const mostWords = 8;

/** The records of the scope's object whose search document has every word, with or without accents. */
export function searchConditionSql({ ctx, object, alias, params }: Scope, q: string): string {
  const words = searchWords(q);
  if (words.length === 0) return 'true';
  return (
    `${alias}.id in (select d.record_id from ${qualified(ctx.workspace.schema, 'search_document')} d` +
    ` where d.object = ${literal(object.key)} and ${wordsSql(words, (word) => params.add(word, 'text'))})`
  );
}

/** Folded words; a phone number typed with separators is one word. */
export function searchWords(q: string): string[] {
  const text = q.slice(0, 200);
  if (/^\s*\+?[\d\s.()-]{6,}$/.test(text)) return [text.replace(/\D/g, '')];
  return foldWords(text).slice(0, mostWords);
}

export const wordsSql = (words: readonly string[], param: (pattern: string) => string): string =>
  words.map((word) => `d.body like ${param(`%${escapeLike(word)}%`)}`).join(' and ');
