/** When a pattern begins to count anew. */
export function seriesOf(pattern: string): 'never' | 'yearly' | 'monthly' {
  if (pattern.includes('{mm}')) return 'monthly';
  return /\{yy(?:yy)?\}/.test(pattern) ? 'yearly' : 'never';
}
