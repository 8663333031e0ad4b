import type { Operator } from '../filter.ts';
import { parseExact, parseInteger } from './exact.ts';
import { asOperand, type Parsed, type ValueKind } from './kind.ts';
import { parseWords } from './text.ts';

/** What a part named after a dot (`address.provinceCode`) behaves as in filters. */
export type PartKind = NonNullable<ValueKind<unknown, unknown>['parts']>[string];

const equality = ['eq', 'ne', 'in', 'notIn'] as const;
const order = ['lt', 'lte', 'gt', 'gte', 'between'] as const;

const partKinds: Record<
  PartKind,
  { operators: readonly Operator[]; parseOperand: (input: unknown) => Parsed<unknown> }
> = {
  text: { operators: [...equality, ...order, 'contains', 'startsWith'], parseOperand: parseWords },
  select: { operators: equality, parseOperand: parseWords },
  number: {
    operators: [...equality, ...order],
    parseOperand: (input) =>
      asOperand(parseInteger(input, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
  },
  decimal: {
    operators: [...equality, ...order],
    parseOperand: (input) => asOperand(parseExact(input, { scale: 6 })),
  },
};

export const partOperators = (kind: PartKind): readonly Operator[] => partKinds[kind].operators;

/** Takes one operand for a part, each element of a list. */
export const parsePartOperand = (kind: PartKind, input: unknown): Parsed<unknown> =>
  partKinds[kind].parseOperand(input);
