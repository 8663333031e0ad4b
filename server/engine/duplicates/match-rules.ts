import { createHash } from 'node:crypto';
import type { DuplicateRule } from '#shared/define.ts';
import type { FieldKind } from '#shared/fields/index.ts';
import { matches } from '#shared/match/index.ts';
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
  const { names, texts } = matches[match];
  return {
    name: names ? match : (sharedNames[field.kind] ?? field.key),
    match,
    field,
    score,
    nearScore: names ? Math.round(score * nearShare) : score,
    keys: (value) =>
      value === null || value === undefined
        ? []
        : texts(value, field).map(({ key, spelling }) => ({
            key: fitted(key),
            form: spelling === null ? 0 : hashOf(spelling),
          })),
  };
}

/** A number stands for the same phone in whichever of a record's fields it is. */
const sharedNames: Partial<Record<FieldKind, string>> = {
  phone: 'phone',
  phones: 'phone',
  email: 'email',
  emails: 'email',
};

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
