import type { Operator } from '#shared/filter.ts';
import type { PartKind } from '#shared/fields/parts.ts';
import { compareScalar } from './compare.ts';
import type { SqlTarget } from './kind.ts';

const types: Record<PartKind, string> = {
  text: 'text',
  select: 'text',
  number: 'bigint',
  decimal: 'numeric',
};

/** Whether a part can be summed. */
export const isMeasured = (kind: PartKind): boolean =>
  types[kind] === 'bigint' || types[kind] === 'numeric';

/** Condition on a part of a composed value; the operand was taken by parsePartOperand. */
export const comparePart = (
  kind: PartKind,
  op: Operator,
  operand: unknown,
  target: SqlTarget,
  suffix: string,
): string => compareScalar(op, operand, types[kind], target, suffix);
