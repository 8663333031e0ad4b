import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readInstance, type Instance } from '../../database/embedded/instance.ts';
import { eventually } from '../eventually.ts';
import { checkHistory } from './check-history.ts';
import { oddAnswers, openHistory } from './history.ts';
import { startMix } from './mix.ts';
import { makePlace } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { startProbe } from './start-probe.ts';

const backWithinMs = 10_000;
/** One that finds no room is started again at most so often: each start is a recovery. */
const mostStarts = 3;

/**
 * F05: the disk of the write-ahead log is full. PostgreSQL gives up at once and cannot come back, until there is room:
 * as when it is killed, the server stays and says so, and nothing acknowledged is lost.
 */
export async function fillLog(options: {
  clients: number;
  /** How long there is no room after it has given up. */
  outageMs: number;
}): Promise<FaultReport> {
  const report = newReport('F05 the disk of the write-ahead log is full');
  const { wrong } = report;
  const place = await makePlace();
  const history = openHistory(path.join(place.dataDir, '..', 'history.jsonl'));
  const instance = await readInstance(place.dataDir);
  if (!instance) throw new Error('there is no database');
  const disk = await mountSmallDisk(256);
  try {
    if (typeof disk === 'string') return { ...report, skipped: disk };
    await moveLog(instance, disk);
    const server = await startServer(place);
    const mix = startMix(place, server.origin, history, options.clients);
    const probe = startProbe(place, server.origin);
    await disk.fill();
    await eventually(async () => /PANIC:.*No space left/.test(await logOf(instance)), 60_000);
    const startsBefore = startsIn(await logOf(instance));
    await sleep(options.outageMs);
    const starts = startsIn(await logOf(instance)) - startsBefore;
    if (starts > mostStarts) wrong.push(`the database was started ${starts} times without room`);
    await disk.free();
    const freedAt = performance.now();
    const since = Date.now();
    const gap = await probe.gapAfter(freedAt, backWithinMs);
    if (gap === undefined) wrong.push(`no answer within ${backWithinMs} ms of there being room`);
    await sleep(1_000);
    await mix.stop();
    const unavailable = await probe.stop();
    wrong.push(...probe.wrong);
    if (unavailable === 0) wrong.push('nobody was answered 503');
    const odd = oddAnswers(history.operations, [503, 507]);
    if (odd.length > 0) wrong.push(`writers were answered ${odd.join(', ')}`);
    if (server.exitCode !== null) wrong.push(`the server ended with ${server.exitCode}`);
    const found = await checkHistory(place, history.operations);
    wrong.push(...found);
    const acknowledged = history.operations.filter(({ result }) => result === 'ok');
    const again = acknowledged.filter(({ start }) => start > since).length;
    if (again === 0) wrong.push('nothing was written afterwards');
    report.measured = {
      acknowledged: acknowledged.length,
      lost: found.filter((line) => line.startsWith('lost')).length,
      'without room, ms': options.outageMs,
      'started meanwhile': starts,
      'readers answered 503': unavailable,
      'back after there was room, ms': Math.round(gap ?? Number.NaN),
      'acknowledged afterwards': again,
    };
    await server.end('SIGTERM');
  } finally {
    history.close();
    await place.remove();
    if (typeof disk !== 'string') await disk.remove();
  }
  return report;
}

/** Puts the log of a database that does not run on a disk of its own, as initdb's --waldir does. */
async function moveLog({ cluster, account }: Instance, { folder }: SmallDisk): Promise<void> {
  const from = path.join(cluster, 'pg_wal');
  const to = path.join(folder, 'pg_wal');
  await fs.cp(from, to, { recursive: true });
  await fs.chmod(to, 0o700);
  if (account)
    for (const name of ['.', ...(await fs.readdir(to, { recursive: true }))])
      await fs.chown(path.join(to, name), account.uid, account.gid);
  await fs.rm(from, { recursive: true });
  await fs.symlink(to, from);
}

const logOf = ({ logFile }: Instance) => fs.readFile(logFile, 'utf8');

const startsIn = (log: string) => log.split('starting PostgreSQL').length - 1;
