import { nfcLines } from '../locale/text.ts';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What a reader sees of a rich text: a line per block, `- ` before an item of a list, no tags. */
export function plainText(html: string): string {
  const text = html
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    // An item ends with its last paragraph: that is one end of a line, not two.
    .replace(/(?:<\/(?:p|div|h[1-6]|li|ul|ol|tr|blockquote|pre)\s*> ?)+/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '- ')
    .replace(/<\/t[dh]\s*> ?<t[dh]\b[^<>]*>/gi, ' | ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) =>
      name === undefined
        ? character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[String(name).toLowerCase()] ?? whole),
    );
  return nfcLines(text.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/\n{3,}/g, '\n\n'));
}

const character = (code: number): string =>
  code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';
