/** Combining marks that carry Vietnamese (and other Latin) accents and tones. */
const MARKS = /[\u0300-\u036f]/g;

/**
 * The one form of a single-line value: NFC, no-break and zero-width spaces become spaces, runs of
 * white space collapse, ends trimmed. U+200D stays because it joins emoji.
 */
export function nfc(text: string): string {
  if (isTidyAscii(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `nfc` line by line, for text that keeps its paragraphs. Ends and trailing blanks are trimmed. */
export function nfcLines(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff]/g, ' ')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
}

/**
 * The form that search compares: no accents, no tones, đ as d, lower case. `Hoà`, `Hòa`, `HOA`
 * and their decomposed spellings fold to the same string.
 */
export function fold(text: string): string {
  const ascii = foldAscii(text);
  if (ascii !== undefined) return ascii;
  return foldLatin(text) ?? foldAny(text);
}

/** The words of the folded text, split at everything that is not a letter or a digit. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Makes a text literal inside a LIKE pattern with the default escape character. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

const collator = new Intl.Collator('vi');

/** Vietnamese dictionary order: a ă â b …, tones ngang huyền hỏi ngã sắc nặng. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b);
}

/** True when `nfc` would return the text unchanged because it is plain ASCII with single spaces. */
function isTidyAscii(text: string): boolean {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || (code >= 9 && code <= 13) || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32 || text === '';
}

function foldAscii(text: string): string | undefined {
  return isTidyAscii(text) ? text.toLowerCase() : undefined;
}

const LATIN_END = 0x0250;
const VIET_START = 0x1e00;
const VIET_END = 0x1f00;
const DROPPED = 0xffff;

/** Folded code unit of each Latin letter; 0 where the general path must decide. */
const latin = buildLatinTable();

/** One pass over Latin text with single spaces; undefined when the general path must decide. */
function foldLatin(text: string): string | undefined {
  let folded = '';
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = code < VIET_END ? (latin[code] ?? 0) : 0;
    if (to === 0 || (to === 32 && before === 32)) return undefined;
    if (to === DROPPED) continue;
    folded += String.fromCharCode(to);
    before = to;
  }
  return before === 32 ? undefined : folded;
}

function foldAny(text: string): string {
  return nfc(text).normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

function buildLatinTable(): Uint16Array {
  const table = new Uint16Array(VIET_END);
  const add = (code: number) => {
    const to = foldAny(String.fromCharCode(code));
    if (to.length === 1) table[code] = to.charCodeAt(0);
  };
  for (let code = 33; code < LATIN_END; code++) add(code);
  for (let code = VIET_START; code < VIET_END; code++) add(code);
  for (let code = 0x300; code < 0x370; code++) table[code] = DROPPED;
  table[32] = 32;
  return table;
}
