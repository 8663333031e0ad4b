import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is not undefined or false; fails after `withinMs`. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  withinMs = 10_000,
): Promise<T> {
  for (const until = performance.now() + withinMs; performance.now() < until; await sleep(10)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`nothing within ${withinMs} ms`);
}
