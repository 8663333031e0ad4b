/** numeric keeps as many decimals as its scale says; the canonical text has none that say nothing. */
export function loadExact(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  // A number went through a float on its way, e.g. through to_jsonb without a cast to text.
  if (typeof cell !== 'string') throw new Error('numeric must be read as text');
  return cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell;
}
