import { newGroup, type Group, type Line, type Node } from './filter-tree.ts';

/** The tree with one node changed; taken away when `change` gives nothing, and empty groups with it. */
export function changeNode(
  root: Group,
  id: number,
  change: (node: Node) => Node | undefined,
): Group {
  if (root.id === id) {
    const changed = change(root);
    return changed?.type === 'group' ? changed : newGroup('and');
  }
  return { ...root, nodes: changeIn(root.nodes, id, change) };
}

const changeIn = (
  nodes: readonly Node[],
  id: number,
  change: (node: Node) => Node | undefined,
): Node[] =>
  nodes.flatMap((node) => {
    if (node.id === id) return change(node) ?? [];
    if (node.type === 'line') return node;
    const inner = changeIn(node.nodes, id, change);
    return inner.length === 0 && node.nodes.length > 0 ? [] : { ...node, nodes: inner };
  });

export const removeNode = (root: Group, id: number): Group => changeNode(root, id, () => undefined);

export const addNode = (root: Group, groupId: number, node: Node): Group =>
  changeNode(root, groupId, (group) =>
    group.type === 'group' ? { ...group, nodes: [...group.nodes, node] } : group,
  );

export const linesOf = (node: Node): Line[] =>
  node.type === 'line' ? [node] : node.nodes.flatMap(linesOf);
