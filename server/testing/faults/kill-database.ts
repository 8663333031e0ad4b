import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkHistory } from './check-history.ts';
import { clientOf, type Answer } from './client.ts';
import { openHistory } from './history.ts';
import { startMix } from './mix.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

const backWithinMs = 10_000;

/** F02: the database's processes are killed while people write and read; the server stays and brings them back. */
export async function killDatabase(options: { clients: number }): Promise<FaultReport> {
  const report = newReport('F02 the database is killed under a running server');
  const place = await makePlace();
  const history = openHistory(path.join(place.dataDir, '..', 'history.jsonl'));
  try {
    const server = await startServer(place);
    const mix = startMix(place, server.origin, history, options.clients);
    const probe = startProbe(place, server.origin);
    for (const [what, victim] of [
      ['postmaster', () => place.postmaster()],
      ['one backend', () => backendOf(place)],
    ] as const) {
      await sleep(1_000);
      const pid = await victim();
      if (pid === undefined) throw new Error(`there is no ${what}`);
      const killedAt = performance.now();
      process.kill(pid, 'SIGKILL');
      const gap = await probe.gapAfter(killedAt, backWithinMs);
      if (gap === undefined) report.wrong.push(`no answer within ${backWithinMs} ms of ${what}`);
      else report.measured[`back after ${what} was killed, ms`] = Math.round(gap);
    }
    await sleep(500);
    await mix.stop();
    report.measured['answers 503'] = await probe.stop();
    report.wrong.push(...probe.wrong);
    const bad = history.operations.filter(({ status }) => status === null || status >= 500);
    const odd = new Set(bad.map(({ status }) => status).filter((status) => status !== 503));
    if (odd.size > 0) report.wrong.push(`writers were answered ${[...odd].join(', ')}`);
    if (server.exitCode !== null) report.wrong.push(`the server ended with ${server.exitCode}`);
    report.wrong.push(...(await checkHistory(place, history.operations)));
    const acknowledged = history.operations.filter(({ result }) => result === 'ok').length;
    report.measured['acknowledged'] = acknowledged;
    await server.end('SIGTERM');
  } finally {
    history.close();
    await place.remove();
  }
  return report;
}

/** One that works for the application. */
async function backendOf({ ask }: Place): Promise<number | undefined> {
  const [row] = await ask<{ pid: number }>(
    `select pid from pg_stat_activity where usename = 'duyen_app' limit 1`,
  );
  return row?.pid;
}

/** Somebody who reads a list again and again. */
function startProbe(place: Place, origin: string) {
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
    async stop(): Promise<number> {
      stopped = true;
      await running;
      return unavailable;
    },
  };
}
