import { escapeLike, foldWords } from '#shared/locale/text.ts';
import { literal, qualified } from '../records/sql.ts';
import { seesTitle } from '../records/title-sql.ts';
import type { Scope } from '../records/where.ts';
import { searchedFile } from './document.ts';

/** Words beyond these say nothing more. */
const mostWords = 8;

/** The records of the scope's object whose search document has every word, with or without accents. */
export function searchConditionSql(scope: Scope, q: string): string {
  const found = foundSql(scope, q);
  return found === undefined ? 'true' : `${scope.alias}.id in (${found})`;
}

/** Their ids; undefined where nothing is asked for. */
export function foundSql(
  { ctx, object, params }: Pick<Scope, 'ctx' | 'object' | 'params'>,
  q: string,
): string | undefined {
  const words = searchWords(q);
  if (words.length === 0) return undefined;
  return (
    `select d.record_id from ${qualified(ctx.workspace.schema, 'search_document')} d` +
    ` where d.object = ${literal(object.key)} and ${wordsSql({ ctx, object, params }, words)}`
  );
}

/** Folded words; a phone number typed with separators is one word. */
export function searchWords(q: string): string[] {
  const text = q.slice(0, 200);
  if (/^\s*\+?[\d\s.()-]{6,}$/.test(text)) return [text.replace(/\D/g, '')];
  return foldWords(text).slice(0, mostWords);
}

/**
 * Every word stands in the document `d`. Who may not see one of the searched fields could learn what is in it by trying
 * words, so for them the words must stand in the title too, and nothing is found where that is hidden as well.
 */
export function wordsSql(
  { ctx, object, params }: Pick<Scope, 'ctx' | 'object' | 'params'>,
  words: readonly string[],
): string {
  const { hidden } = ctx.access.of(object.key);
  const guarded = object.search.some((key) => hidden.has(key));
  const hasContent = searchedFile(object) !== undefined;
  if (guarded && !seesTitle(ctx, object)) return 'false';
  const conditions = words.flatMap((word) => {
    const patterns = patternsOf(word, words).map((pattern) => params.add(pattern, 'text'));
    const stands = (text: string) =>
      `(${patterns.map((pattern) => `${text} like ${pattern}`).join(' or ')})`;
    const inBody = hasContent
      ? `(${stands('d.body')} or ${stands('d.content')})`
      : stands('d.body');
    return guarded ? [inBody, stands('lower(public.unaccent(d.title))')] : [inBody];
  });
  return conditions.join(' and ');
}

/** The index knows texts of three characters, and beginnings of words. */
const indexed = 3;

/**
 * Anywhere in a line; but where one or two letters are all there is to go by, where a word begins: every document would
 * have to be read to find that none has them elsewhere. Digits are in so many documents that a few are soon found.
 */
function patternsOf(word: string, words: readonly string[]): string[] {
  const text = escapeLike(word);
  const short = words.every(({ length }) => length < indexed) && !/\p{N}/u.test(word);
  return short ? [`${text}%`, `% ${text}%`, `%\n${text}%`] : [`%${text}%`];
}
