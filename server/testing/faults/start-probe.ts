import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf, type Answer } from './client.ts';
import type { Place } from './place.ts';

/** Somebody who reads a list again and again. */
export function startProbe(place: Place, origin: string) {
  const client = clientOf(origin, place.apiKey);
  const wrong: string[] = [];
  let stopped = false;
  let unavailable = 0;
  let lastOkBegan = 0;
  let lastFailureEnded = 0;
  const note = (answer: Answer, began: number) => {
    if (answer.status === 200) lastOkBegan = began;
    else lastFailureEnded = performance.now();
    if (answer.status === 200) return;
    unavailable += 1;
    if (answer.status !== 503) wrong.push(`a reader was answered ${answer.status}`);
    else if (!/^\d+$/.test(answer.retryAfter ?? '')) wrong.push('503 without Retry-After');
  };
  const running = (async () => {
    for (; !stopped; await sleep(20)) {
      const began = performance.now();
      note(await client.call('GET', '/api/v1/accounts?limit=1'), began);
    }
  })();
  const stop = async () => {
    stopped = true;
    await running;
    return unavailable;
  };
  place.atEnd(async () => void (await stop()));
  return {
    wrong,
    /** Milliseconds from the kill to the first answer after it that was not followed by a failure yet. */
    async gapAfter(killedAt: number, withinMs: number): Promise<number | undefined> {
      // What was asked in the moment of the kill may still have been answered.
      for (; performance.now() - killedAt < withinMs; await sleep(20))
        if (lastOkBegan > Math.max(lastFailureEnded, killedAt + 300))
          return Math.max(0, lastFailureEnded - killedAt);
      return undefined;
    },
    /** Gives how many answers were not 200. */
    stop,
  };
}
