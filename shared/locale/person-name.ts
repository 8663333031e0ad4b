import { compareVi, nfc } from './text.ts';

/** Vietnamese order: family, middle, given. People are called and sorted by the given name. */
export interface PersonName {
  family: string;
  middle: string;
  given: string;
}

/** One word is a given name; of two, the first is the family name. */
export function splitName(full: string): PersonName {
  const words = nfc(full).split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}

export function joinName(name: PersonName): string {
  return nfc(`${name.family} ${name.middle} ${name.given}`);
}

export function givenName(full: string): string {
  return splitName(full).given;
}

/** Given name first, then the whole name, in Vietnamese order. */
export function compareByGivenName(a: string, b: string): number {
  return compareVi(givenName(a), givenName(b)) || compareVi(nfc(a), nfc(b));
}

/**
 * One name from the two columns of a Western list. Many Vietnamese shops type the whole name into
 * one of them, or into both: words that repeat the other column are not said twice.
 */
export function joinWesternName(firstName: string, lastName: string): string {
  const first = nfc(firstName);
  const last = nfc(lastName);
  if (first === '' || last === '') return first || last;
  if (endsWithWords(last, first)) return last;
  if (startsWithWords(first, last)) return first;
  return `${last} ${first}`;
}

function endsWithWords(text: string, words: string): boolean {
  return ` ${text}`.toLowerCase().endsWith(` ${words.toLowerCase()}`);
}

function startsWithWords(text: string, words: string): boolean {
  return `${text} `.toLowerCase().startsWith(`${words.toLowerCase()} `);
}
