import type { z } from 'zod';
import type { ValueErrorCode } from '../errors.ts';
import type { Operator, Word } from '../filter.ts';

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

/** An operand is a value: the empty text, which clears a field, is none. */
export const asOperand = <V>(parsed: Parsed<V | null>): Parsed<V> => {
  if (!parsed.ok) return parsed;
  return parsed.value === null ? refuse('badFormat') : accept(parsed.value);
};

/** How texts of a file are read: decided once per import, never guessed per cell. */
export interface TextStyle {
  numbers: 'vi' | 'en';
  dates: 'dmy' | 'mdy' | 'ymd';
  timeZone: string;
  currency: string;
  /** Language of option labels and yes/no words. */
  language: 'vi' | 'en';
}

/** Mark of an option that stays as it was when the field was made: columns and keys are made by it. */
export const fixed = { fixed: true } as const;

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;

/**
 * The VALUE side of a field kind, pure and shared with the browser.
 * F: the declared field (options included); V: the canonical value kept in memory and sent as JSON.
 * `null` is the one empty value of every kind and never reaches these functions.
 */
export interface ValueKind<F, V> {
  /**
   * The kind's own options as an administrator may send them, without those every field has.
   * Without refinements, so that `extend` works on it.
   */
  options: z.ZodObject;
  /** What `options` cannot say, because several options hang together; the refusal's part names the option. */
  checkOptions?(field: F): readonly Refusal[];
  /** Takes untrusted JSON to the canonical value. An empty text, list or object gives null. */
  parse(input: unknown, field: F): Parsed<V | null>;
  /** What makes a canonical value wrong only as a change, such as choosing an archived option anew. */
  checkChange?(value: V, before: V | null, field: F): readonly Refusal[];
  /** The values a field chooses from, archived ones too. */
  choices?(field: F): readonly string[];
  /** The program gives a new record its value, one after the other: nobody types one, and a merge keeps the survivor's. */
  numbered?: true;
  /** Operators a filter may use on the whole value, besides isEmpty and isNotEmpty which every kind has. */
  operators: readonly Operator[];
  /**
   * Takes one operand (each element of a list): a filter on `emails` takes one e-mail, on `money` an amount.
   * The result is what the SQL side compares with.
   */
  parseOperand(input: unknown, op: Operator, field: F): Parsed<unknown>;
  /** Words that may stand for an operand until the actor and the moment are known, and the operators they stand with. */
  words?: Readonly<Partial<Record<Word, readonly Operator[]>>>;
  /** Parts a filter or sort may name after a dot (address.province), with the kind each behaves as. */
  parts?: Readonly<Record<string, 'text' | 'number' | 'decimal' | 'select'>>;
  /** For files and people: what an export writes and an import of it reads back. */
  toText(value: V, field: F, style: TextStyle): string;
  /** Reads one cell. Gives null for an empty one. */
  fromText(text: string, field: F, style: TextStyle): Parsed<V | null>;
  /** One value, for `parse`, of two that a file has in columns side by side; without it a field takes one column. */
  join?(before: V, further: V): unknown;
  /** Words a search should find the record by; none when the kind is not searchable. */
  searchWords?(value: V, field: F): readonly string[];
  /** True when two canonical values are the same; defaults to deep equality of their JSON. */
  same?(a: V, b: V): boolean;
  /** The value as the API answers it; the caller adds null where the field is not required. */
  jsonSchema(field: F): JsonSchema;
  /** What the API takes, where that is more than it answers. */
  inputSchema?(field: F): JsonSchema;
}
