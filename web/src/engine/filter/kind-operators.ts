import type { FieldKind } from '#shared/fields/index.ts';
import type { Operator, Word } from '#shared/filter.ts';

/**
 * What shared/fields says of each kind, in the order a person is offered it: the first is taken unless they choose.
 * A table of its own, so that a list loads without the parsers of values; kind-operators.test.ts compares them.
 */
const equality = ['in', 'notIn', 'eq', 'ne'] as const;
const order = ['gte', 'lte', 'between', 'gt', 'lt'] as const;
const figures = ['gte', 'lte', 'between', 'eq', 'ne', 'gt', 'lt', 'in', 'notIn'] as const;
const times = ['eq', 'ne', 'between', 'gte', 'lte', 'gt', 'lt', 'in', 'notIn'] as const;
const words = ['contains', 'startsWith', 'eq', 'ne', 'in', 'notIn'] as const;
const people = ['eq', 'ne', 'in', 'notIn'] as const;
const several = ['hasAny', 'hasAll'] as const;
const severalWords = ['contains', 'hasAny', 'hasAll'] as const;

export const kindOperators: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: [...words, ...order],
  longText: ['contains'],
  richText: ['contains'],
  number: figures,
  decimal: figures,
  money: ['gte', 'lte', 'between', 'eq', 'ne', 'gt', 'lt'],
  percent: figures,
  boolean: ['eq', 'ne'],
  date: times,
  dateTime: times,
  duration: figures,
  select: equality,
  multiSelect: several,
  tags: several,
  relation: equality,
  relations: several,
  links: several,
  member: people,
  members: several,
  team: people,
  email: words,
  emails: severalWords,
  phone: words,
  phones: severalWords,
  url: words,
  address: ['contains'],
  fullName: ['contains', 'startsWith', 'eq', 'ne'],
  autoNumber: words,
  file: equality,
  files: several,
  rating: figures,
  json: [],
};

const relative = { relative: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] } as const;
const myTeams = { myTeam: people, myTeams: people } as const;

/** Words that stand for a value, and the operators they stand with. */
export const kindWords: Readonly<
  Partial<Record<FieldKind, Readonly<Partial<Record<Word, readonly Operator[]>>>>>
> = {
  date: relative,
  dateTime: relative,
  member: { me: ['eq', 'ne', 'notIn'] },
  members: { me: ['hasAny'] },
  team: myTeams,
};

export type PartBehaviour = 'text' | 'number' | 'decimal' | 'select';

export const kindParts: Readonly<
  Partial<Record<FieldKind, Readonly<Record<string, PartBehaviour>>>>
> = {
  address: { provinceCode: 'select', wardCode: 'select', countryCode: 'select', line1: 'text' },
  fullName: { given: 'text', family: 'text', middle: 'text', full: 'text' },
  money: { amount: 'decimal', currency: 'select' },
};

export const partOperators: Readonly<Record<PartBehaviour, readonly Operator[]>> = {
  text: kindOperators.text,
  select: equality,
  number: figures,
  decimal: figures,
};

/** Every field takes these besides. */
export const presence = ['isNotEmpty', 'isEmpty'] as const satisfies readonly Operator[];

export const isPresence = (op: Operator): boolean => op === 'isEmpty' || op === 'isNotEmpty';
export const takesList = (op: Operator): boolean =>
  op === 'in' || op === 'notIn' || op === 'hasAny' || op === 'hasAll';
