import { fold, foldWords } from '#shared/locale/text.ts';

export interface Part {
  text: string;
  isFound: boolean;
}

/** The text in parts, those that were searched for apart; accents and case do not matter. */
export function findMarks(text: string, q: string): Part[] {
  const letters = [...text.normalize('NFC')];
  const marked = letters.map(() => false);
  for (const word of foldWords(q)) {
    for (let at = 0; at < letters.length; at += 1) {
      if (at > 0 && isLetter(letters[at - 1])) continue;
      const length = lengthOf(letters, at, word);
      marked.fill(true, at, at + length);
    }
  }
  const parts: Part[] = [];
  letters.forEach((letter, place) => {
    const isFound = marked[place] === true;
    const last = parts.at(-1);
    if (last && last.isFound === isFound) last.text += letter;
    else parts.push({ text: letter, isFound });
  });
  return joinBlanks(parts);
}

const isLetter = (letter: string | undefined): boolean => /[\p{L}\p{N}]/u.test(letter ?? '');

/** How many letters from here on begin with the word; 0 when they do not. */
function lengthOf(letters: readonly string[], at: number, word: string): number {
  let folded = '';
  for (let end = at; end < letters.length && word.startsWith(folded); end += 1) {
    folded += fold(letters[end] ?? '') || ' ';
    if (folded === word) return end + 1 - at;
  }
  return 0;
}

/** Two found words beside each other are one mark. */
function joinBlanks(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const [before, blank] = joined.slice(-2);
    if (part.isFound && before?.isFound && blank?.text === ' ') {
      joined.pop();
      before.text += ` ${part.text}`;
    } else joined.push({ ...part });
  }
  return joined;
}
