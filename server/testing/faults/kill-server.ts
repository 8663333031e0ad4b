import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkHistory } from './check-history.ts';
import { openHistory } from './history.ts';
import { startMix } from './mix.ts';
import { makePlace } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

/** The server has to be ready again within this. */
const readyWithinMs = 5_000;

/** F01: the server is killed while people write, again and again; the database goes on as an orphan. */
export async function killServer(options: {
  rounds: number;
  clients: number;
  /** The longest a round lasts; it is killed at a moment before. */
  roundMs: number;
}): Promise<FaultReport> {
  const report = newReport('F01 the server is killed while people write');
  const place = await makePlace();
  const history = openHistory(path.join(place.dataDir, '..', 'history.jsonl'));
  let slowest = 0;
  try {
    for (let round = 1; round <= options.rounds; round += 1) {
      const server = await startServer(place);
      if (round > 1) slowest = Math.max(slowest, server.readyMs);
      const mix = startMix(place, server.origin, history, options.clients);
      await sleep(options.roundMs * (0.3 + 0.7 * Math.random()));
      await server.end('SIGKILL');
      await mix.stop();
    }
    const last = await startServer(place);
    slowest = Math.max(slowest, last.readyMs);
    report.wrong.push(...(await checkHistory(place, history.operations)));
    await last.end('SIGTERM');
    if (last.exitCode !== 0) report.wrong.push(`an orderly stop ended with ${last.exitCode}`);
    const of = (result: string) =>
      history.operations.filter((operation) => operation.result === result).length;
    if (slowest > readyWithinMs) report.wrong.push(`ready only after ${Math.round(slowest)} ms`);
    report.measured = {
      rounds: options.rounds,
      acknowledged: of('ok'),
      refused: of('refused'),
      unknown: of('unknown'),
      'slowest start, ms': Math.round(slowest),
    };
  } finally {
    history.close();
    await place.remove();
  }
  return report;
}
