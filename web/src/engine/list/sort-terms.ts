export interface SortTerm {
  key: string;
  descending: boolean;
}

/** The server takes five. */
export const mostTerms = 5;

export const readSort = (sort: string | undefined): SortTerm[] =>
  (sort ?? '')
    .split(',')
    .filter((term) => term !== '' && term !== '-')
    .map((term) => ({ key: term.replace(/^-/, ''), descending: term.startsWith('-') }));

export const writeSort = (terms: readonly SortTerm[]): string | undefined =>
  terms.length === 0
    ? undefined
    : terms.map(({ key, descending }) => (descending ? `-${key}` : key)).join(',');

/** Pressing a head: rising, falling, none; alone, or with `more` beside the others. */
export function pressSort(
  sort: string | undefined,
  key: string,
  { more, first }: { more: boolean; first: 'rising' | 'falling' },
): string | undefined {
  const terms = readSort(sort);
  const before = terms.find((term) => term.key === key);
  const starts = first === 'falling';
  const after: SortTerm | undefined = !before
    ? { key, descending: starts }
    : before.descending === starts
      ? { key, descending: !starts }
      : undefined;
  if (!more) return writeSort(after ? [after] : []);
  const kept = terms.flatMap((term) => (term.key === key ? (after ?? []) : term));
  return writeSort((before || !after ? kept : [...kept, after]).slice(0, mostTerms));
}
