import type { Operator } from '#shared/filter.ts';
import { newGroup, newLine, type Group, type Line, type Node } from './filter-tree.ts';

/** A condition that records without a value meet too: `not contacted for 30 days` means never contacted as well. */
export interface WithEmpty {
  line: Line;
  hasEmpty: boolean;
}

/** Comparisons that leave out what has no value, where people mostly mean it too. */
const before: ReadonlySet<Operator> = new Set(['lt', 'lte']);
const times: ReadonlySet<string> = new Set(['date', 'dateTime']);

export const mayHaveEmpty = (kind: string, { op, isNot }: Line): boolean =>
  times.has(kind) && before.has(op) && !isNot;

/** The condition in a node: alone, or beside the one for records without a value; undefined for other groups. */
export function readWithEmpty(node: Node): WithEmpty | undefined {
  if (node.type === 'line') return { line: node, hasEmpty: false };
  const [empty, line, ...more] = node.nodes;
  const isPair =
    node.join === 'or' &&
    !node.isNot &&
    more.length === 0 &&
    empty?.type === 'line' &&
    empty.op === 'isEmpty' &&
    !empty.isNot &&
    line?.type === 'line' &&
    line.field === empty.field &&
    before.has(line.op) &&
    !line.isNot;
  return isPair ? { line, hasEmpty: true } : undefined;
}

export const writeWithEmpty = ({ line, hasEmpty }: WithEmpty): Line | Group =>
  hasEmpty ? newGroup('or', [newLine(line.field, 'isEmpty'), line]) : line;
