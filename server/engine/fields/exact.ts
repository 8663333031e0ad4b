/** numeric keeps as many decimals as its scale says; the canonical text has none that say nothing. */
export const loadExact = (cell: unknown): string | null => {
  if (typeof cell !== 'string' && typeof cell !== 'number') return null;
  const text = String(cell);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
