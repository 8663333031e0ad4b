import { newLine, type Group, type Line } from './filter-tree.ts';

/** Adds what a found value says: to the condition that already asks for values of the field, else beside it. */
export function mergeValue(
  root: Group,
  field: string,
  { op, value }: Pick<Line, 'op' | 'value'>,
): Group {
  const old = root.nodes.find(
    (node) => node.type === 'line' && node.field === field && node.op === op && !node.isNot,
  );
  if (old?.type !== 'line' || !Array.isArray(old.value) || !Array.isArray(value))
    return { ...root, nodes: [...root.nodes, newLine(field, op, value)] };
  const merged: Line = { ...old, value: [...new Set([...old.value, ...value])] };
  return { ...root, nodes: root.nodes.map((node) => (node === old ? merged : node)) };
}
