import sanitizeHtml from 'sanitize-html';
import type { RichTextField } from '#shared/fields/richText.ts';
import { compareScalar } from './compare.ts';
import type { SqlKind } from './kind.ts';

export const richText: SqlKind<RichTextField, string> = {
  columns: () => [{ suffix: '', type: 'text' }],
  clean: (value) => sanitizeRichText(value) || null,
  store: (value) => [value],
  load: ([cell]) => (typeof cell === 'string' ? cell : null),
  condition: (op, operand, target) => compareScalar(op, operand, 'text', target),
  indexes: () => [],
};

const allowedTags = `p br hr div span h1 h2 h3 h4 blockquote pre code strong b em i u s sub sup mark
  a ul ol li table thead tbody tr th td`.split(/\s+/);

/** What an editor of notes makes, and no more: no scripts, styles, forms, frames or remote images. */
export const sanitizeRichText = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'title', 'rel', 'target'],
      ol: ['start'],
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
    },
    nestingLimit: 30,
  }).trim();
