/** An array column as a list of texts; empty ones are kept as null, see the contract. */
export const loadList = ([cell]: readonly unknown[]): string[] | null =>
  Array.isArray(cell) ? cell.map(String) : null;
