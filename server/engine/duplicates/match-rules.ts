import { createHash } from 'node:crypto';
import type { DuplicateRule } from '#shared/define.ts';
import { valueKind, type FieldKind } from '#shared/fields/index.ts';
import { foldCompanyName } from '#shared/locale/company-name.ts';
import { fold, foldWords, nfc } from '#shared/locale/text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';

/** What a value is found by. Equal keys are evidence; with equal forms it is full evidence, else that of a near name. */
export interface MatchKey {
  rule: string;
  key: string;
  form: number;
}

/** A declared rule, ready to use. Rules that compare the same thing in several fields share a name. */
export interface MatchRule {
  name: string;
  match: DuplicateRule['match'];
  field: ModelField;
  score: number;
  /** What names that differ only in spaces, i and y, or the order of a person's words say. */
  nearScore: number;
  keys: (value: unknown) => Omit<MatchKey, 'rule'>[];
}

/** Score from which two records are candidates. */
export const leastScore = 50;
/** A key that more records share (a hotline, a common name) says nothing; it is reported instead. */
export const mostSharing = 50;
const nearShare = 0.85;
/** Longer keys stand as their hash: the index cannot hold them. */
const longestKey = 200;

const rulesOf = new WeakMap<ModelObject, readonly MatchRule[]>();

export function matchRules(object: ModelObject): readonly MatchRule[] {
  const known = rulesOf.get(object);
  if (known) return known;
  const rules = object.duplicates.flatMap((rule) => {
    const field = object.fields.get(rule.field);
    return field ? [matchRule(rule, field)] : [];
  });
  rulesOf.set(object, rules);
  return rules;
}

function matchRule({ match, score }: DuplicateRule, field: ModelField): MatchRule {
  const read = { exact: exactKeys, companyName: companyKeys, personName: personKeys }[match];
  return {
    name: match === 'exact' ? (sharedNames[field.kind] ?? field.key) : match,
    match,
    field,
    score,
    nearScore: match === 'exact' ? score : Math.round(score * nearShare),
    keys: (value) => (value === null || value === undefined ? [] : read(value, field)),
  };
}

/** A number stands for the same phone in whichever of a record's fields it is. */
const sharedNames: Partial<Record<FieldKind, string>> = {
  phone: 'phone',
  phones: 'phone',
  email: 'email',
  emails: 'email',
};

/** Elements of a list, or the one value, without regard to case and spaces. */
function exactKeys(value: unknown): Omit<MatchKey, 'rule'>[] {
  const texts = [value]
    .flat()
    .map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    .map((text) => nfc(text).toLowerCase().replaceAll(' ', ''))
    .filter((text) => text !== '');
  return [...new Set(texts)].map((text) => ({ key: fitted(text), form: 0 }));
}

/** `Việt Tiến` and `Viettien`, `Mỹ` and `Mĩ` have one key; the form tells them apart. */
function companyKeys(value: unknown, field: ModelField): Omit<MatchKey, 'rule'>[] {
  const name = foldCompanyName(textOf(value, field));
  return nameKeys(name, name.split(' '));
}

/** Also `Đức Nguyễn Văn` for `Nguyễn Văn Đức`, as Western forms write it. */
function personKeys(value: unknown, field: ModelField): Omit<MatchKey, 'rule'>[] {
  const words = foldWords(textOf(value, field));
  return nameKeys(words.join(' '), words.toSorted());
}

function nameKeys(name: string, words: readonly string[]): Omit<MatchKey, 'rule'>[] {
  const key = words.join('').replaceAll('y', 'i');
  return key === '' ? [] : [{ key: fitted(key), form: hashOf(name) }];
}

const textOf = (value: unknown, field: ModelField): string =>
  fold((valueKind(field).searchWords?.(value, field) ?? [String(value)]).join(' '));

const fitted = (key: string): string =>
  key.length <= longestKey ? key : createHash('sha256').update(key).digest('base64url');

/** FNV-1a as a signed 32-bit number. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}
