import { z } from 'zod';
import type { ValueError } from '#shared/errors.ts';
import {
  filterLimits,
  relativeDates,
  type Condition,
  type Operator,
  type Word,
} from '#shared/filter.ts';
import { valueKind } from '#shared/fields/index.ts';
import { accept, refuse, type Parsed } from '#shared/fields/kind.ts';
import { parsePartOperand, partOperators, type PartKind } from '#shared/fields/parts.ts';
import type { FieldPath } from './field-path.ts';

const relativeValue = z.strictObject({ relative: z.enum(relativeDates) });
const meValue = z.strictObject({ me: z.literal(true) });
const myTeamValue = z.strictObject({ myTeam: z.literal(true) });
const myTeamsValue = z.strictObject({ myTeams: z.literal(true) });

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** Words that stand for a value until the actor and the moment are known. */
export const words = {
  relative: (value: unknown) =>
    isObject(value) ? relativeValue.safeParse(value).data?.relative : undefined,
  me: (value: unknown) => isObject(value) && meValue.safeParse(value).success,
  myTeam: (value: unknown) => isObject(value) && myTeamValue.safeParse(value).success,
  myTeams: (value: unknown) => isObject(value) && myTeamsValue.safeParse(value).success,
};

const lists: readonly Operator[] = ['in', 'notIn', 'hasAny', 'hasAll'];

/** Why a condition's operator or value does not fit its field; its path is `op` or `value`. */
export function operandError(path: FieldPath, condition: Condition): ValueError | undefined {
  const { op, value } = condition;
  if (op === 'isEmpty' || op === 'isNotEmpty') {
    return value === undefined || value === true ? undefined : { path: 'value', code: 'wrongType' };
  }
  const part = partKind(path);
  const allowed = part ? partOperators(part) : valueKind(path.field).operators;
  if (!allowed.includes(op)) return { path: 'op', code: 'badOperator', params: { op } };
  if (isWord(path, op, value)) return undefined;
  const taken = takeOperand(path, op, value);
  if (taken.ok) return undefined;
  const [first] = taken.refusals;
  return {
    path: 'value',
    code: first?.code ?? 'wrongType',
    ...(first?.params && { params: first.params }),
  };
}

function isWord({ field, part }: FieldPath, op: Operator, value: unknown): boolean {
  const word = part === undefined ? wordOf(value) : undefined;
  return word !== undefined && (valueKind(field).words?.[word]?.includes(op) ?? false);
}

function wordOf(value: unknown): Word | undefined {
  if (words.relative(value) !== undefined) return 'relative';
  return (['me', 'myTeam', 'myTeams'] as const).find((word) => words[word](value));
}

/** The operand as SQL takes it: each element of a list, both ends of `between`. */
export function takeOperand(path: FieldPath, op: Operator, value: unknown): Parsed<unknown> {
  if (op === 'between')
    return Array.isArray(value) && value.length === 2
      ? takeAll(path, op, value)
      : refuse('wrongType');
  if (!lists.includes(op)) return takeOne(path, op, value);
  if (!Array.isArray(value)) return refuse('wrongType');
  if (value.length > filterLimits.listLength)
    return refuse('tooMany', { max: filterLimits.listLength });
  return takeAll(path, op, value);
}

function takeAll(path: FieldPath, op: Operator, values: readonly unknown[]): Parsed<unknown[]> {
  const taken: unknown[] = [];
  for (const value of values) {
    const one = takeOne(path, op, value);
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return accept(taken);
}

function takeOne(path: FieldPath, op: Operator, value: unknown): Parsed<unknown> {
  if (typeof value === 'string' && value.length > filterLimits.textLength) {
    return refuse('tooLong', { max: filterLimits.textLength });
  }
  const part = partKind(path);
  return part
    ? parsePartOperand(part, value)
    : valueKind(path.field).parseOperand(value, op, path.field);
}

/** What the part named after the dot behaves as; undefined when the whole field is meant. */
export const partKind = ({ field, part }: FieldPath): PartKind | undefined =>
  part === undefined ? undefined : valueKind(field).parts?.[part];
