import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../eventually.ts';
import { checkHistory } from './check-history.ts';
import { openHistory, type Operation } from './history.ts';
import { startMix } from './mix.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

/** The server has to be ready again within this. */
const readyWithinMs = 5_000;

/**
 * F01: the server is killed while people write, again and again; the database goes on as an orphan. What a round wrote
 * is checked after it, and all of it once more at the end.
 */
export async function killServer(options: {
  rounds: number;
  clients: number;
  /** The longest a round lasts; it is killed at a moment before. */
  roundMs: number;
  progress?: (line: string) => void;
}): Promise<FaultReport> {
  const { rounds, clients, roundMs, progress = () => undefined } = options;
  const report = newReport('F01 the server is killed while people write');
  const place = await makePlace();
  const history = openHistory(path.join(place.dataDir, '..', 'history.jsonl'));
  const wrong = new Set<string>();
  const starts: number[] = [];
  try {
    let server = await startServer(place);
    const moments = killMoments(rounds);
    for (const [index, moment] of moments.entries()) {
      const since = Date.now();
      const before = history.operations.length;
      const mix = startMix(place, server.origin, history, clients);
      await sleep(roundMs * moment);
      await server.end('SIGKILL');
      await mix.stop();
      const dead = server.pid;
      server = await startServer(place);
      starts.push(server.readyMs);
      await backendsGone(place, dead);

      const checkedFrom = performance.now();
      const operations = history.operations.slice(before);
      const found = [...(await checkHistory(place, operations, since)), ...oddRefusals(operations)];
      for (const line of found) wrong.add(line);
      progress(
        [
          `round ${index + 1} of ${rounds}: killed after ${seconds(roundMs * moment)}`,
          ...told(operations, found),
          `ready in ${seconds(server.readyMs)}`,
          `checked in ${seconds(performance.now() - checkedFrom)}`,
        ].join(', '),
      );
    }
    const checkedFrom = performance.now();
    for (const line of await checkHistory(place, history.operations)) wrong.add(line);
    progress(`all rounds checked again in ${seconds(performance.now() - checkedFrom)}`);
    await server.end('SIGTERM');
    if (server.exitCode !== 0) wrong.add(`an orderly stop ended with ${server.exitCode}`);
    const slowest = Math.max(...starts);
    if (slowest > readyWithinMs) wrong.add(`ready only after ${Math.round(slowest)} ms`);
    report.wrong.push(...wrong);
    report.measured = {
      rounds,
      acknowledged: count(history.operations, 'ok'),
      lost: lost([...wrong]),
      refused: count(history.operations, 'refused'),
      unknown: count(history.operations, 'unknown'),
      'slowest start, ms': Math.round(slowest),
    };
  } finally {
    history.close();
    await place.remove();
  }
  return report;
}

/** As shares of a round: anywhere, but spread over it, so that all rounds together always take about half their time. */
function killMoments(rounds: number): number[] {
  const first = Math.random();
  const goldenRatio = (1 + Math.sqrt(5)) / 2;
  return Array.from({ length: rounds }, (_, index) => (first + index * goldenRatio) % 1);
}

/** What a killed server had asked for may still be committed; afterwards nothing more comes. */
async function backendsGone({ ask }: Place, serverPid: number): Promise<void> {
  const sql = 'select from pg_stat_activity where application_name like $1';
  await eventually(async () => (await ask(sql, [`duyen ${serverPid} %`])).length === 0);
}

/** All that is asked for is right; only a change may come after somebody else's. */
function oddRefusals(operations: readonly Operation[]): string[] {
  const odd = operations.filter(
    ({ op, result, status }) => result === 'refused' && !(op === 'update' && status === 409),
  );
  return [...new Set(odd.map(({ op, status }) => `${op} was refused with ${status}`))];
}

function told(operations: readonly Operation[], found: readonly string[]): string[] {
  return [
    `${count(operations, 'ok')} writes acknowledged`,
    `${lost(found)} lost`,
    `${count(operations, 'refused')} refused`,
    `${count(operations, 'unknown')} unknown`,
    ...(found.length > 0 ? [`${found.length} wrong`] : []),
  ];
}

const count = (operations: readonly Operation[], result: Operation['result']) =>
  operations.filter((operation) => operation.result === result).length;

const lost = (found: readonly string[]) => found.filter((line) => line.startsWith('lost')).length;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
