import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkHistory } from './check-history.ts';
import { oddAnswers, openHistory } from './history.ts';
import { startMix } from './mix.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';
import { startProbe } from './start-probe.ts';

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
    const odd = oddAnswers(history.operations, [503]);
    if (odd.length > 0) report.wrong.push(`writers were answered ${odd.join(', ')}`);
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
