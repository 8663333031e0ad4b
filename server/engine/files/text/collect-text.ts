import { longestText } from './messages.ts';

/** Text that is gathered up to the longest that is kept; `full` says that no more is wanted. */
export interface Gathered {
  add(piece: string): void;
  readonly full: boolean;
  text(): string;
}

export function gatherText(): Gathered {
  const pieces: string[] = [];
  let length = 0;
  return {
    add(piece) {
      if (length >= longestText) return;
      pieces.push(piece);
      length += piece.length;
    },
    get full() {
      return length >= longestText;
    },
    text: () =>
      pieces
        .join('')
        .replaceAll('\0', '')
        .toWellFormed()
        .replace(/[^\S\n]+/gu, ' ')
        .replace(/ ?\n[\n ]*/gu, '\n')
        .trim()
        .slice(0, longestText),
  };
}
