/** The first few lists that have something, and always the chosen one; the others wait in a menu. */
export function inOrder<T extends { key: string }>(
  all: readonly T[],
  filled: readonly T[],
  chosen: string,
  most: number,
): { near: T[]; waiting: T[] } {
  const first = filled.slice(0, most);
  const open = all.find(({ key }) => key === chosen);
  const near = open && !first.includes(open) ? [...first.slice(0, most - 1), open] : first;
  const rest = all.filter((each) => !near.includes(each));
  return {
    near,
    waiting: [
      ...rest.filter((each) => filled.includes(each)),
      ...rest.filter((each) => !filled.includes(each)),
    ],
  };
}
