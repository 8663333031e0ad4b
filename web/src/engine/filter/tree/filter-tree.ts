import type { Condition, Filter, Operator } from '#shared/filter.ts';

/** A condition while a person builds it: `value` may still be missing. */
export interface Line {
  type: 'line';
  id: number;
  field: string;
  op: Operator;
  value: unknown;
  /** `not`: everything but what the condition finds. */
  isNot: boolean;
}

export interface Group {
  type: 'group';
  id: number;
  /** All of them, or any of them. */
  join: 'and' | 'or';
  isNot: boolean;
  nodes: readonly Node[];
}

export type Node = Line | Group;

let last = 0;
const nextId = () => (last += 1);

export const newLine = (field: string, op: Operator, value?: unknown): Line => ({
  type: 'line',
  id: nextId(),
  field,
  op,
  value,
  isNot: false,
});

export const newGroup = (join: Group['join'], nodes: readonly Node[] = []): Group => ({
  type: 'group',
  id: nextId(),
  join,
  isNot: false,
  nodes,
});

/** A filter as a tree to build on; its root always is a group of which all must hold. */
export function readFilter(where: Filter | undefined): Group {
  if (where === undefined) return newGroup('and');
  return 'and' in where
    ? newGroup('and', where.and.map(readNode))
    : newGroup('and', [readNode(where)]);
}

function readNode(filter: Filter): Node {
  if ('not' in filter) {
    const inner = readNode(filter.not);
    return { ...inner, isNot: !inner.isNot };
  }
  if ('and' in filter) return newGroup('and', filter.and.map(readNode));
  if ('or' in filter) return newGroup('or', filter.or.map(readNode));
  return newLine(filter.field, filter.op, filter.value);
}

/** The filter of a tree; lines that `isComplete` refuses, and groups without any other, are left out. */
export function writeFilter(root: Group, isComplete: (line: Line) => boolean): Filter | undefined {
  const parts = root.nodes.flatMap((node) => writeNode(node, isComplete) ?? []);
  const [only] = parts;
  if (!only) return undefined;
  // One group of which all must hold would otherwise be taken for the root itself.
  return parts.length === 1 && !('and' in only) ? only : { and: parts };
}

function writeNode(node: Node, isComplete: (line: Line) => boolean): Filter | undefined {
  const inner = node.type === 'line' ? writeLine(node, isComplete) : writeGroup(node, isComplete);
  return inner && node.isNot ? { not: inner } : inner;
}

function writeGroup(group: Group, isComplete: (line: Line) => boolean): Filter | undefined {
  const parts = group.nodes.flatMap((node) => writeNode(node, isComplete) ?? []);
  if (parts.length === 0) return undefined;
  return group.join === 'and' ? { and: parts } : { or: parts };
}

function writeLine(line: Line, isComplete: (line: Line) => boolean): Condition | undefined {
  if (!isComplete(line)) return undefined;
  const { field, op, value } = line;
  return value === undefined ? { field, op } : { field, op, value };
}
