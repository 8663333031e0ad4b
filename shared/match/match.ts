import type { Field } from '../define.ts';
import { valueKind } from '../fields/index.ts';
import { fold } from '../locale/text.ts';

/** What a value is compared by: equal keys are evidence, equal spellings too are full evidence. */
export interface MatchText {
  key: string;
  /** Null where one key has one spelling only. */
  spelling: string | null;
}

/** A way to compare values of records that may be the same. */
export interface Match {
  /** True for names: they say the same in whichever field they stand, and less when they are only near. */
  names: boolean;
  /** Of a value that is not null. */
  texts: (value: unknown, field: Field) => MatchText[];
}

/** The words of a value, folded. */
export const foldedText = (value: unknown, field: Field): string =>
  fold((valueKind(field).searchWords?.(value, field) ?? [String(value)]).join(' '));

/** A name whose spaces, i and y do not count for its key. */
export function nameText(spelling: string, words: readonly string[]): MatchText[] {
  const key = words.join('').replaceAll('y', 'i');
  return key === '' ? [] : [{ key, spelling }];
}
