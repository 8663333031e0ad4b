import type { ValueErrorCode } from '../errors.ts';
import type { Operator } from '../filter.ts';

/** A value that cannot be taken, and why. */
export interface Refusal {
  code: ValueErrorCode;
  params?: Record<string, string | number>;
  /** Where inside a composed value, e.g. "amount". */
  part?: string;
}

export type Parsed<V> = { ok: true; value: V } | { ok: false; refusals: readonly Refusal[] };

export const accept = <V>(value: V): Parsed<V> => ({ ok: true, value });
export const refuse = (
  code: ValueErrorCode,
  params?: Record<string, string | number>,
  part?: string,
): Parsed<never> => ({
  ok: false,
  refusals: [{ code, ...(params && { params }), ...(part && { part }) }],
});

/** How texts of a file are read: decided once per import, never guessed per cell. */
export interface TextStyle {
  numbers: 'vi' | 'en';
  dates: 'dmy' | 'mdy' | 'ymd';
  timeZone: string;
  currency: string;
  /** Language of option labels and yes/no words. */
  language: 'vi' | 'en';
}

/**
 * The VALUE side of a field kind, pure and shared with the browser.
 * F: the declared field (options included); V: the canonical value kept in memory and sent as JSON.
 * `null` is the one empty value of every kind and never reaches these functions.
 */
export interface ValueKind<F, V> {
  /** Checks the options of a declared or custom field; the refusal's part names the option. */
  checkOptions(field: F): readonly Refusal[];
  /** Takes untrusted JSON to the canonical value. An empty text, list or object gives null. */
  parse(input: unknown, field: F): Parsed<V | null>;
  /** Operators a filter may use on the whole value, besides isEmpty and isNotEmpty which every kind has. */
  operators: readonly Operator[];
  /**
   * Kind of the operand where it is not the value itself: a filter on `emails` takes one e-mail, on `money` an amount.
   * The result is what the SQL side compares with.
   */
  parseOperand(input: unknown, op: Operator, field: F): Parsed<unknown>;
  /** Parts a filter or sort may name after a dot (address.province), with the kind each behaves as. */
  parts?: Readonly<Record<string, 'text' | 'number' | 'decimal' | 'select'>>;
  /** For files and people: what an export writes and an import of it reads back. */
  toText(value: V, field: F, style: TextStyle): string;
  /** Reads one cell. Gives null for an empty one. */
  fromText(text: string, field: F, style: TextStyle): Parsed<V | null>;
  /** Words a search should find the record by; none when the kind is not searchable. */
  searchWords?(value: V, field: F): readonly string[];
  /** True when two canonical values are the same; defaults to deep equality of their JSON. */
  same?(a: V, b: V): boolean;
}
