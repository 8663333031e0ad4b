import { queryRecords } from './queries.ts';
import { isProblem } from './problem.ts';
import type { CountedPage, ListQuery } from './records.ts';
import { address, send } from './request.ts';

/** With how many there are. */
type Query = Omit<ListQuery, 'total'>;

interface Asked {
  path: string;
  query: Query;
  signal: AbortSignal;
  resolve(page: CountedPage | Promise<CountedPage>): void;
  reject(error: unknown): void;
}

/** As many as the server answers at once. */
const most = 20;
let waiting: Asked[] = [];

/**
 * A list, in one request with all others that are asked for in the same moment. For what stands on the screen together:
 * a browser spends more on twenty requests than the server on their answers.
 */
export function queryTogether(
  path: string,
  query: Query,
  signal: AbortSignal,
): Promise<CountedPage> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) queueMicrotask(askAll);
    waiting.push({ path, query, signal, resolve, reject });
  });
}

function askAll(): void {
  const all = waiting.filter(({ signal }) => !signal.aborted);
  waiting = [];
  for (let at = 0; at < all.length; at += most) void askSome(all.slice(at, at + most));
}

async function askSome(some: readonly Asked[]): Promise<void> {
  if (some.length === 1) return askEach(some);
  const queries = some.map(({ path, query }) => ({ objects: path, ...query }));
  try {
    const { answers } = await send<{ answers: CountedPage[] }>('POST', address('query'), {
      queries,
    });
    for (const [i, { resolve, reject }] of some.entries()) {
      const page = answers[i];
      if (page) resolve(page);
      else reject(new Error('fewer answers than queries'));
    }
  } catch (error) {
    if (isProblem(error, 'offline')) for (const { reject } of some) reject(error);
    // One that is not allowed any more must not take the others with it.
    else askEach(some);
  }
}

function askEach(some: readonly Asked[]): void {
  for (const { path, query, signal, resolve } of some) resolve(queryRecords(path, query, signal));
}
