import sanitizeHtml from 'sanitize-html';
import type { RichTextField } from '#shared/fields/richText.ts';
import { like } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const richText: SqlKind<RichTextField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  clean: (value) => sanitizeRichText(value) || null,
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  // The only operator; looked for in what a reader sees, not in tags and their attributes.
  condition: (_op, operand, target) => like(wordsOf(target.column('')), operand, target),
  indexes: () => [],
};

/** Clean HTML has `<` nowhere but in tags. Marks stand inside of words, everything else parts them. */
const withoutTags = (column: string): string =>
  `regexp_replace(regexp_replace(${column}, '</?(strong|b|em|i|u|s|sub|sup|mark|code|a|span)( [^>]*)?>', '', 'g'), '<[^>]*>', ' ', 'g')`;

/** The signs that the sanitizer writes in place of those of HTML. */
const wordsOf = (column: string): string =>
  `replace(replace(replace(${withoutTags(column)}, '&lt;', '<'), '&gt;', '>'), '&amp;', '&')`;

const mentioned = /^(?:member|team):[\da-f-]{36}$/;

const allowedTags = `p br hr div span h1 h2 h3 h4 blockquote pre code strong b em i u s sub sup mark
  a ul ol li table thead tbody tr th td`.split(/\s+/);

/** What an editor of notes makes, and no more: no scripts, styles, forms, frames or remote images. */
export const sanitizeRichText = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      ol: ['start'],
      span: ['data-mention'],
      th: ['colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: {
      // The page that a link opens must not reach back into ours.
      a: sanitizeHtml.simpleTransform('a', {
        rel: 'noopener noreferrer nofollow',
        target: '_blank',
      }),
      span: (tagName, { 'data-mention': whom = '' }) => ({
        tagName,
        attribs: mentioned.test(whom) ? { 'data-mention': whom } : {},
      }),
    },
    nestingLimit: 30,
  }).trim();
