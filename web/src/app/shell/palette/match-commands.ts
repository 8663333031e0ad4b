import { fold, foldWords } from '#shared/locale/text.ts';
import type { Command } from '#web/engine/commands/commands.ts';

/** Commands that have every word that was typed, at the beginning of one of theirs; the closest first. */
export function matchCommands(
  commands: readonly Command[],
  typed: string,
  most: number,
): readonly Command[] {
  const words = foldWords(typed);
  const offered = commands.filter(({ keysOnly }) => keysOnly !== true);
  if (words.length === 0) return offered.slice(0, most);
  return offered
    .map((command) => ({ command, rank: rankOf(command, words, fold(typed.trim())) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ command }) => command);
}

function rankOf({ label, group = '' }: Command, words: readonly string[], text: string): number {
  const has = (own: readonly string[]) =>
    words.every((word) => own.some((each) => each.startsWith(word)));
  if (fold(label).startsWith(text)) return 3;
  if (has(foldWords(label))) return 2;
  return has(foldWords(`${label} ${group}`)) ? 1 : 0;
}
