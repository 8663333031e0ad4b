import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { nfc } from './text.ts';
import {
  formatVietnameseNumber,
  isUnlistedMobile,
  isVietnameseNumber,
  migrateOldAreaCode,
  migrateOldMobile,
} from './vietnam-phone-plan.ts';

export { migrateOldMobile };

/** Why a person should look at an accepted number. */
export type PhoneWarning = 'unlistedPrefix' | 'oldAreaCode';

export type ParsedPhone =
  | { ok: true; e164: string; extension?: string; warning?: PhoneWarning }
  | { ok: false };

/** Longest spelling looked at; a number has at most 15 digits. */
const LONGEST = 60;
const PLAIN_MOBILE = /^0(?:3\d|7[06-9]|8[1-8]|9[0-8])\d{7}$/;
const EXTENSION = /\s*(?:;?ext[.:=]?|x|#|máy lẻ|số máy lẻ|ml[.:])\s*(\d{1,6})$/iu;
/** What cells say before the number, and the apostrophe that keeps a zero in a spreadsheet. */
const HEADING =
  /^(?:'|(?:đt|dt|sđt|sdt|điện thoại|tel|phone|mobile|hotline|zalo)(?:[:.]\s*|\s+))/iu;
const SPELLING = /^[\d\s()+./\-–]+$/u;

/**
 * Reads one number as people type it and gives E.164. Numbers without a country code belong to
 * `country`. Abolished mobile prefixes are replaced.
 */
export function parsePhone(raw: string, options: { country?: string } = {}): ParsedPhone {
  const country = options.country ?? 'VN';
  if (raw.length > LONGEST) return { ok: false };
  if (country === 'VN' && PLAIN_MOBILE.test(raw)) return { ok: true, e164: `+84${raw.slice(1)}` };
  const text = nfc(raw).replace(HEADING, '');
  const extension = EXTENSION.exec(text)?.[1];
  const number = text.replace(EXTENSION, '');
  if (!SPELLING.test(number)) return { ok: false };
  const parsed = isVietnamese(number, country)
    ? parseVietnamese(number)
    : parseForeign(number, country);
  return parsed.ok && extension !== undefined ? { ...parsed, extension } : parsed;
}

/** `0901…/0912…`: the numbers of one cell. A cell that does not split into numbers comes back whole. */
export function splitPhones(cell: string, options: { country?: string } = {}): string[] {
  const text = nfc(cell);
  if (text === '') return [];
  return split(text, options, 0) ?? [text];
}

/** National groups for Vietnam, international for others. */
export function formatPhone(e164: string): string {
  if (e164.startsWith('+84')) return formatVietnameseNumber(e164.slice(3));
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** The digit strings a person may type to find the number. */
export function phoneSearchForms(e164: string): string[] {
  const digits = e164.replace(/\D/g, '');
  if (!e164.startsWith('+84')) {
    const national = parsePhoneNumberFromString(e164)?.formatNational().replace(/\D/g, '');
    return national === undefined || national === digits ? [digits] : [digits, national];
  }
  const national = digits.slice(2);
  return [digits, /^1[89]00/.test(national) ? national : `0${national}`];
}

const MOST_NUMBERS = 5;
const LONGEST_CELL = 200;

function split(text: string, options: { country?: string }, depth: number): string[] | undefined {
  if (parsePhone(text, options).ok) return [text];
  if (depth >= MOST_NUMBERS || text.length > LONGEST_CELL) return undefined;
  for (const separator of text.matchAll(/\s*(?:[/,;|&–-]|\s(?:hoặc|và|or|and)\s)\s*|\s+/giu)) {
    const left = text.slice(0, separator.index);
    if (left.length > LONGEST) return undefined;
    if (!parsePhone(left, options).ok) continue;
    const rest = split(text.slice(separator.index + separator[0].length), options, depth + 1);
    if (rest !== undefined) return [left, ...rest];
  }
  return undefined;
}

function isVietnamese(number: string, country: string): boolean {
  const digits = number.replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return /^\+(?:00)?84/.test(digits);
  return country === 'VN' && !/^00(?!84)[1-9]/.test(digits);
}

function parseVietnamese(number: string): ParsedPhone {
  const oldLine = areaCodeOfBefore2017(number);
  if (oldLine !== undefined) return { ok: true, e164: `+84${oldLine}`, warning: 'oldAreaCode' };
  const national = nationalNumber(migrateOldMobile(number));
  const e164 = `+84${national}`;
  if (isVietnameseNumber(national)) return { ok: true, e164 };
  if (isUnlistedMobile(national)) return { ok: true, e164, warning: 'unlistedPrefix' };
  const line = migrateOldAreaCode(national);
  if (line === undefined) return { ok: false };
  return { ok: true, e164: `+84${line}`, warning: 'oldAreaCode' };
}

/** `84…` without a plus is a country code only when the whole is no number of its own. */
function nationalNumber(digits: string): string {
  const explicit = /^(?:\+(?:00)?|00)840?/.exec(digits);
  if (explicit !== null) return digits.slice(explicit[0].length);
  if (digits.startsWith('0')) return digits.slice(1);
  if (isVietnameseNumber(digits) || isUnlistedMobile(digits)) return digits;
  return digits.replace(/^840?/, '');
}

/**
 * Old area codes collide with the mobile prefixes of today (08 3825 1234 and 0838 251 234); only
 * the spelling tells them apart: the code in brackets, or 08 and 04 standing alone.
 */
function areaCodeOfBefore2017(number: string): string | undefined {
  const spelt = /^(?:\(0(\d{1,3})\)|(?:0|\(?\+?84[\s.\-)(]+0?)([48])[\s.\-)]+)(?=.*\d)/.exec(
    number,
  );
  if (spelt === null) return undefined;
  const rest = number.slice(spelt[0].length).replace(/\D/g, '');
  return migrateOldAreaCode((spelt[1] ?? spelt[2] ?? '') + rest);
}

function parseForeign(number: string, country: string): ParsedPhone {
  const known: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const digits = number.replace(/[^\d+]/g, '');
  const parsed = parsePhoneNumberFromString(digits, {
    extract: false,
    ...(known === undefined ? {} : { defaultCountry: known }),
  });
  return parsed?.isValid() === true ? { ok: true, e164: parsed.number } : { ok: false };
}
