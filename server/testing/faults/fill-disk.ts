import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { checkHistory } from './check-history.ts';
import { clientOf, type Client } from './client.ts';
import { openHistory, type History } from './history.ts';
import { commandLine, makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

const run = promisify(execFile);
const diskMb = 400;

/** F05: the disk is full; writing is refused with the reason, reading goes on, and all is well once there is room. */
export async function fillDisk(): Promise<FaultReport> {
  const report = newReport('F05 the disk is full');
  const disk = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m,mode=0711`, 'tmpfs', disk]);
  } catch {
    await fs.rm(disk, { recursive: true });
    return { ...report, notApplicable: 'only root may mount a small disk' };
  }
  const notes = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-notes-'));
  const history = openHistory(path.join(notes, 'history.jsonl'));
  let place: Place | undefined;
  try {
    place = await makePlace({ within: disk });
    await useFullDisk(place, disk, history, report);
  } finally {
    history.close();
    await place?.remove();
    await run('umount', [disk]);
    await fs.rm(disk, { recursive: true });
    await fs.rm(notes, { recursive: true });
  }
  return report;
}

async function useFullDisk(place: Place, disk: string, history: History, report: FaultReport) {
  const { wrong } = report;
  const server = await startServer(place);
  const client = clientOf(server.origin, place.apiKey);
  await write(client, history, 50);
  const filler = path.join(disk, 'filler');
  await fill(filler);

  const until = Date.now() + 30_000;
  let full = 0;
  while (full < 20 && Date.now() < until) {
    const statuses = await write(client, history, 1);
    full += statuses.filter((status) => status === 507).length;
    const odd = statuses.find((status) => status !== 201 && status !== 507 && status !== 503);
    if (odd !== undefined) wrong.push(`a writer was answered ${odd}`);
  }
  if (full === 0) wrong.push('no write was answered 507');
  const form = new FormData();
  form.set('file', new Blob(['x'.repeat(5_000_000)]), 'large.txt');
  const upload = await client.call('POST', '/api/v1/files', form);
  if (upload.status !== 507) wrong.push(`an upload was answered ${upload.status}`);
  for (const url of ['/api/v1/accounts?limit=200', '/api/v1/search?q=create', '/api/v1/me']) {
    const { status } = await client.call('GET', url);
    if (status !== 200) wrong.push(`${url} was answered ${status}`);
  }
  const backup = path.join(disk, 'backup');
  const failed = await commandLine(place.env, 'backup', 'create', backup).catch(String);
  if (!failed.includes('not enough free space')) wrong.push(`a backup ended with: ${failed}`);
  const left = (await fs.readdir(disk)).filter((name) => name.startsWith('backup'));
  if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`);

  await fs.rm(filler);
  const freedAt = Date.now();
  while ((await write(client, history, 1))[0] !== 201 && Date.now() - freedAt < 10_000)
    await sleep(100);
  report.measured['writes again after, ms'] = Date.now() - freedAt;
  const after = await write(client, history, 20);
  if (after.some((status) => status !== 201)) wrong.push(`afterwards: ${after.join(', ')}`);
  if (server.exitCode !== null) wrong.push(`the server ended with ${server.exitCode}`);
  wrong.push(...(await checkHistory(place, history.operations)));
  report.measured['writes answered 507'] = full;
  await server.end('SIGTERM');
}

/** Takes all the room there is. */
async function fill(file: string): Promise<void> {
  const handle = await fs.open(file, 'w');
  try {
    for (const size of [1_048_576, 4096])
      for (const block = Buffer.alloc(size); ;) {
        const { bytesWritten } = await handle.write(block).catch(() => ({ bytesWritten: 0 }));
        if (bytesWritten < size) break;
      }
  } finally {
    await handle.close();
  }
}

/** Customers with notes long enough that they need room; gives the statuses of the answers. */
async function write(client: Client, history: History, times: number) {
  return Promise.all(
    Array.from({ length: times }, async () => {
      const key = `create-${randomUUID()}`;
      const start = Date.now();
      const notes = Array.from({ length: 400 }, () => randomUUID()).join(' ');
      const body = { name: key, kind: 'company', notes };
      const { result, status } = await client.call('POST', '/api/v1/accounts', body);
      history.add({ op: 'create', key, result, status, start, end: Date.now() });
      return status;
    }),
  );
}
