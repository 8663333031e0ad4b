import type { Operator } from '#shared/filter.ts';
import type { FilterWord } from './filter.words.ts';
import { wordOf } from './complete.ts';
import type { FieldPath } from './paths.ts';

type Table = Readonly<Partial<Record<Operator, FilterWord>>>;

const always = { isEmpty: 'isEmpty', isNotEmpty: 'isNotEmpty' } as const;
const choice: Table = {
  ...always,
  eq: 'is',
  ne: 'isNot',
  in: 'isOneOf',
  notIn: 'isNoneOf',
  hasAny: 'hasAny',
  hasAll: 'hasAll',
  contains: 'contains',
};
const text: Table = {
  ...choice,
  eq: 'equals',
  ne: 'differs',
  startsWith: 'startsWith',
  between: 'between',
  lt: 'before',
  lte: 'upTo',
  gt: 'after',
  gte: 'since',
};
const figure: Table = {
  ...text,
  lt: 'less',
  lte: 'atMost',
  gt: 'more',
  gte: 'atLeast',
};
const time: Table = { ...text, eq: 'is', ne: 'isNot' };

const figures = new Set(['number', 'decimal', 'money', 'percent', 'duration', 'rating']);
const texts = new Set(['text', 'longText', 'richText', 'email', 'phone', 'url', 'fullName']);

/** What an operator is called for a field, as one says it. */
export function operatorWord(path: FieldPath, op: Operator, value?: unknown): FilterWord {
  const kind = path.behaves ?? path.field.kind;
  const isTime = kind === 'date' || kind === 'dateTime';
  if (isTime && (op === 'eq' || op === 'ne') && (value === undefined || isRelative(value)))
    return op === 'eq' ? 'within' : 'notWithin';
  // The values themselves are joined by `or`, or by `and`.
  if (Array.isArray(value) && value.length > 0) {
    if (op === 'in') return 'is';
    if (op === 'notIn') return 'isNot';
    if (op === 'hasAny' || op === 'hasAll') return 'has';
  }
  const table = isTime ? time : figures.has(kind) ? figure : texts.has(kind) ? text : choice;
  return table[op] ?? text[op] ?? 'is';
}

const isRelative = (value: unknown): boolean => wordOf(value)?.word === 'relative';
