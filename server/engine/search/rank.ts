import { fold, nfc } from '#shared/locale/text.ts';
import type { SearchHit } from './search.ts';

/** Best first: title as typed (accents meant), at its start before inside; then folded; short titles before long ones. */
export function rankMatches(q: string, hits: readonly SearchHit[]): SearchHit[] {
  const typed = nfc(q).toLowerCase();
  const folded = fold(q);
  return hits
    .map((hit) => ({ hit, title: hit.title ?? '' }))
    .map(({ hit, title }) => ({ hit, title, score: score(title, typed, folded) }))
    .toSorted((a, b) => b.score - a.score || a.title.length - b.title.length)
    .map(({ hit }) => hit);
}

function score(title: string, typed: string, folded: string): number {
  const exact = nfc(title).toLowerCase();
  const plain = fold(title);
  return (
    (exact === typed ? 16 : 0) +
    (hasWordStart(exact, typed) ? 8 : 0) +
    (exact.includes(typed) ? 4 : 0) +
    (hasWordStart(plain, folded) ? 2 : 0) +
    (plain.includes(folded) ? 1 : 0)
  );
}

const hasWordStart = (text: string, part: string): boolean =>
  text.startsWith(part) || text.includes(` ${part}`);
