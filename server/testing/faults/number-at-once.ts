import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkHistory } from './check-history.ts';
import { clientOf } from './client.ts';
import { openHistory, type History } from './history.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/** F15: two servers number records at once, transactions are rolled back and servers killed; no gap, none double. */
export async function numberAtOnce(options: {
  clients: number;
  kills: number;
  roundMs: number;
}): Promise<FaultReport> {
  const report = newReport('F15 two servers number records at once');
  const place = await makePlace();
  const history = openHistory(path.join(place.dataDir, '..', 'history.jsonl'));
  try {
    const stays = await startServer(place);
    for (let round = 0; round < options.kills; round += 1) {
      const dies = await startServer(place);
      const ends = Promise.all(
        Array.from({ length: options.clients }, (_, i) =>
          write(place, i % 2 === 0 ? stays : dies, history, options.roundMs),
        ),
      );
      await sleep(options.roundMs * (0.3 + 0.5 * Math.random()));
      await dies.end('SIGKILL');
      await ends;
    }
    report.wrong.push(...(await checkHistory(place, history.operations)));
    const of = (result: string) =>
      history.operations.filter((operation) => operation.result === result).length;
    report.measured = { numbered: of('ok'), 'rolled back': of('refused'), unknown: of('unknown') };
    await stays.end('SIGTERM');
  } finally {
    history.close();
    await place.remove();
  }
  return report;
}

async function write(place: Place, server: ServerProcess, history: History, forMs: number) {
  const client = clientOf(server.origin, place.apiKey);
  for (const until = Date.now() + forMs; Date.now() < until && server.exitCode === null;) {
    const key = `create-${randomUUID()}`;
    const start = Date.now();
    const record = { name: key, kind: 'company' };
    // A third takes its number and is then rolled back by what comes behind in the same transaction.
    const answer =
      Math.random() < 1 / 3
        ? await client.call('POST', '/api/v1/accounts/batch', {
            create: [record],
            update: [{ id: randomUUID(), version: 1, notes: 'x' }],
          })
        : await client.call('POST', '/api/v1/accounts', record);
    const { result, status } = answer;
    history.add({ op: 'create', key, result, status, start, end: Date.now() });
    if (status === null) return;
  }
}
