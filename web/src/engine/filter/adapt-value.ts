import type { Operator } from '#shared/filter.ts';
import { isWhole, wordOf } from './complete.ts';
import { isPresence, takesList } from './kind-operators.ts';
import type { FieldPath } from './paths.ts';
import type { Line } from './tree/filter-tree.ts';

/** What a line begins with when its field was chosen. */
export const startOf = ({ operators, field, behaves }: FieldPath): Pick<Line, 'op' | 'value'> => {
  const [op = 'isNotEmpty'] = operators;
  return { op, value: behaves === undefined && field.kind === 'boolean' ? true : undefined };
};

/** What was written for one operator, as far as it makes sense for another. */
export function adaptValue(path: FieldPath, op: Operator, value: unknown): unknown {
  if (isPresence(op)) return undefined;
  const fits = (next: unknown) => (isWhole(path, op, next) ? next : undefined);
  if (fits(value) !== undefined) return value;
  if (wordOf(value)) return undefined;
  const [first] = Array.isArray(value) ? value : [value];
  return takesList(op) ? fits([first]) : fits(first);
}
