import { isProblem, type Problem } from '#web/api/problem.ts';

/** What the server takes at once is more; smaller pieces show progress, and keep other people's writes short. */
export const pieceSize = 200;

export interface Outcome<R> {
  done: R[];
  /** How many the server refused, and why the first of them. */
  refused: number;
  why: Problem | undefined;
}

interface Options {
  onProgress?(done: number): void;
  signal?: AbortSignal;
}

/**
 * Writes many in pieces, each all or nothing. A piece with a bad one in it is halved until only the bad one is left
 * out; being offline or signed out ends it, with what was done until then.
 */
export async function runInPieces<T, R>(
  items: readonly T[],
  work: (piece: readonly T[]) => Promise<readonly R[]>,
  { onProgress, signal }: Options = {},
): Promise<Outcome<R>> {
  const outcome: Outcome<R> = { done: [], refused: 0, why: undefined };
  const pieces = cut(items, pieceSize);
  let seen = 0;
  while (pieces.length > 0 && !signal?.aborted) {
    const piece = pieces.shift() ?? [];
    try {
      // One after the other: in parallel they would wait for each other's rows.
      // oxlint-disable-next-line no-await-in-loop
      outcome.done.push(...(await work(piece)));
      seen += piece.length;
    } catch (error) {
      if (!isProblem(error)) throw error;
      outcome.why ??= error;
      if (endsAll(error)) {
        outcome.refused += items.length - seen;
        break;
      }
      if (piece.length > 1) {
        pieces.unshift(...cut(piece, Math.ceil(piece.length / 2)));
      } else {
        outcome.refused += 1;
        seen += 1;
      }
    }
    onProgress?.(seen);
  }
  return outcome;
}

/** No other piece would fare better. */
const endsAll = ({ code, status }: Problem): boolean =>
  code === 'offline' || status === 401 || status === 403 || status >= 500;

const cut = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
