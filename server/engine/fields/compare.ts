import type { Operator } from '#shared/filter.ts';
import { escapeLike } from '#shared/locale/text.ts';
import type { SqlTarget } from './kind.ts';

const symbols: Partial<Record<Operator, string>> = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
};

/** Conditions on one plain column. `type` is the PostgreSQL type of the operand. */
export function compareScalar(
  op: Operator,
  operand: unknown,
  type: string,
  target: SqlTarget,
  suffix = '',
): string {
  const column = target.column(suffix);
  const symbol = symbols[op];
  if (symbol) return `${column} ${symbol} ${target.param(operand, type)}`;
  switch (op) {
    // A record without the value is not that value, so people expect to see it.
    case 'ne':
      return `${column} is distinct from ${target.param(operand, type)}`;
    case 'in':
      return `${column} = any(${target.param(operand, `${type}[]`)})`;
    case 'notIn':
      return `(${column} is null or ${column} <> all(${target.param(operand, `${type}[]`)}))`;
    case 'between': {
      const [from, to] = pair(operand);
      return `${column} between ${target.param(from, type)} and ${target.param(to, type)}`;
    }
    case 'contains':
      return like(column, operand, target);
    case 'startsWith':
      return `${column} ilike ${target.param(`${escapeLike(String(operand))}%`, 'text')}`;
    default:
      throw new Error(`operator ${op} has no SQL for a plain column`);
  }
}

/** Conditions on an array column; `type` is the element's type. */
export function compareList(
  op: Operator,
  operand: unknown,
  type: string,
  target: SqlTarget,
  suffix = '',
): string {
  const column = target.column(suffix);
  const list = () => target.param(Array.isArray(operand) ? operand : [operand], `${type}[]`);
  switch (op) {
    case 'hasAny':
      return `${column} && ${list()}`;
    case 'hasAll':
      return `${column} @> ${list()}`;
    default:
      throw new Error(`operator ${op} has no SQL for a list`);
  }
}

/** The text anywhere in the column, whatever the case. */
export const like = (column: string, operand: unknown, target: SqlTarget): string =>
  `${column} ilike ${target.param(`%${escapeLike(String(operand))}%`, 'text')}`;

/** An element of a text list for which the condition holds. */
export const someElement = (
  condition: (element: string) => string,
  target: SqlTarget,
  suffix = '',
): string =>
  `exists (select from unnest(${target.column(suffix)}) as element where ${condition('element')})`;

function pair(operand: unknown): [unknown, unknown] {
  if (!Array.isArray(operand) || operand.length !== 2) throw new Error('between takes two values');
  return [operand[0], operand[1]];
}
