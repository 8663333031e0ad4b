import { fold, nfc } from './text.ts';

/** How a file writes 1,234.5: `vi` as 1.234,5 and `en` as 1,234.5. */
export type NumberStyle = 'vi' | 'en';
export type Language = 'vi' | 'en';

const LONGEST = 60;
const readings: Readonly<Record<NumberStyle, RegExp>> = {
  vi: /^([+-]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|)(?:,(\d+))?$/,
  en: /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|)(?:\.(\d+))?$/,
};

/**
 * A number as canonical decimal text (`-1234.5`), or undefined. Strict about groups of three, so
 * that `1.5` in a Vietnamese file is refused, not read as fifteen. `(1.234)` is negative.
 */
export function parseNumber(text: string, style: NumberStyle): string | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = nfc(text)
    .replace(/^\((.+)\)$/, '-$1')
    .replace(/^([+−–-])\s+/, '$1')
    .replace(/^[−–]/, '-');
  const [, sign, whole, decimals] = readings[style].exec(plain) ?? [];
  if (sign === undefined || (whole === '' && decimals === undefined)) return undefined;
  return canonicalDecimal(sign, (whole ?? '').replace(/\D/g, ''), decimals ?? '');
}

/**
 * The style of a column. Certain when some value can be read in one style only and none in the
 * other only, or when all values mean the same in both (`vi` then). Give it the whole column.
 */
export function guessNumberStyle(samples: readonly string[]): NumberStyle | 'uncertain' {
  let vi = 0;
  let en = 0;
  let either = 0;
  let same = 0;
  for (const sample of samples) {
    const bare = nfc(sample).replace(/^(?:[₫$€£]|us\$)\s*|\s*(?:[₫đ$€£%]|vnd|vnđ|usd|eur)$/giu, '');
    const asVi = parseNumber(bare, 'vi');
    const asEn = parseNumber(bare, 'en');
    if (asVi !== undefined && asEn === undefined) vi++;
    else if (asEn !== undefined && asVi === undefined) en++;
    else if (asVi !== asEn) either++;
    else if (asVi !== undefined) same++;
  }
  if (vi > 0 && en > 0) return 'uncertain';
  if (vi > 0) return 'vi';
  if (en > 0) return 'en';
  return either === 0 && same > 0 ? 'vi' : 'uncertain';
}

/**
 * Decimal text in the digits and separators of a language, `plain` without those between thousands. Rounds half up when
 * `decimals` is given.
 */
export function formatNumber(
  value: string,
  language: Language,
  options: { decimals?: number; plain?: boolean } = {},
): string {
  if (!isDecimal(value)) return value;
  return formatter(language, options).format(value);
}

/** Words people use for yes and no in lists. */
export function parseYesNo(text: string): boolean | undefined {
  const word = fold(text);
  if (['co', 'dung', 'x', 'yes', 'y', 'true', '1', '✓', 'roi'].includes(word)) return true;
  if (['khong', 'ko', 'sai', 'no', 'n', 'false', '0', 'chua'].includes(word)) return false;
  return undefined;
}

export function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

export const localeOf: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(
  language: Language,
  { decimals, plain = false }: { decimals?: number; plain?: boolean },
): Intl.NumberFormat {
  const key = `${language} ${decimals ?? ''} ${plain}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 20,
    useGrouping: !plain,
  });
  formatters.set(key, made);
  return made;
}

function canonicalDecimal(sign: string, whole: string, decimals: string): string {
  const before = whole.replace(/^0+(?=\d)/, '') || '0';
  const after = decimals.replace(/0+$/, '');
  const digits = after === '' ? before : `${before}.${after}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}
