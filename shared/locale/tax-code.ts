import { nfc } from './text.ts';

/**
 * A tax code: ten digits of an organisation, the same with a branch, or the twelve digits of a
 * person (Circular 86/2024/TT-BTC). The value keeps the dash of a branch.
 */
export type ParsedTaxCode =
  | { ok: true; kind: 'company' | 'branch' | 'personal'; value: string }
  /** Well formed, wrong check digit: a typing error of an old list. The caller warns or refuses. */
  | { ok: false; error: 'checkDigit'; kind: 'company' | 'branch'; value: string }
  | { ok: false; error: 'format' | 'component' | 'branch' };

const LONGEST = 40;
const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

export function parseTaxCode(raw: string): ParsedTaxCode {
  if (raw.length > LONGEST) return { ok: false, error: 'format' };
  const text = nfc(raw)
    .replace(/[\s.]/g, '')
    .replace(/[‐‑–—]/g, '-');
  if (/^\d{12}$/.test(text)) {
    return parsePersonalId(text) === undefined
      ? { ok: false, error: 'format' }
      : { ok: true, kind: 'personal', value: text };
  }
  const [, digits, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(text) ?? [];
  if (digits === undefined) return { ok: false, error: 'format' };
  if (digits.slice(2, 9) === '0000000') return { ok: false, error: 'component' };
  if (branch === '000') return { ok: false, error: 'branch' };
  const kind = branch === undefined ? 'company' : 'branch';
  const value = branch === undefined ? digits : `${digits}-${branch}`;
  if (taxCheckDigit(digits) !== digits[9]) return { ok: false, error: 'checkDigit', kind, value };
  return { ok: true, kind, value };
}

/** The tenth digit that the first nine ask for; undefined when such a number is never issued. */
export function taxCheckDigit(digits: string): string | undefined {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  const check = 10 - (sum % 11);
  return check === 10 ? undefined : String(check);
}

export interface PersonalId {
  /** Province code of birth registration, of the 63 provinces before July 2025. */
  province: string;
  gender: 'male' | 'female';
  birthYear: number;
}

/** What the twelve digits of a personal id say. There is no check digit. */
export function parsePersonalId(raw: string): PersonalId | undefined {
  const [, province, century, year] = /^(0\d{2})(\d)(\d{2})\d{6}$/.exec(nfc(raw)) ?? [];
  if (province === undefined || century === undefined || year === undefined) return undefined;
  if (province === '000' || Number(province) > 96) return undefined;
  return {
    province,
    gender: Number(century) % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(Number(century) / 2) + Number(year),
  };
}

/** Sensitive: shown as 079*****2345 to whoever may not read it whole. */
export function maskPersonalId(id: string): string {
  return id.length < 8 ? '*'.repeat(id.length) : `${id.slice(0, 3)}*****${id.slice(-4)}`;
}
