import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkHistory } from './check-history.ts';
import { clientOf, type Client } from './client.ts';
import { openHistory, type History } from './history.ts';
import { commandLine, makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const diskMb = 400;

/** F05: the disk is full; writing is refused with the reason, reading goes on, and all is well once there is room. */
export async function fillDisk(): Promise<FaultReport> {
  const report = newReport('F05 the disk is full');
  const disk = await mountSmallDisk(diskMb);
  if (typeof disk === 'string') return { ...report, skipped: disk };
  const notes = await fs.mkdtemp(path.join(os.tmpdir(), 'duyen-notes-'));
  const history = openHistory(path.join(notes, 'history.jsonl'));
  let place: Place | undefined;
  try {
    place = await makePlace({ within: disk.folder });
    await useFullDisk(place, disk, history, report);
  } finally {
    history.close();
    await place?.remove();
    await disk.remove();
    await fs.rm(notes, { recursive: true });
  }
  return report;
}

async function useFullDisk(place: Place, disk: SmallDisk, history: History, report: FaultReport) {
  const { wrong } = report;
  const server = await startServer(place);
  const client = clientOf(server.origin, place.apiKey);
  await write(client, history, 50);
  await disk.fill();

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
  const backup = path.join(disk.folder, 'backup');
  const failed = await commandLine(place.env, 'backup', 'create', backup).catch(String);
  if (!failed.includes('not enough free space')) wrong.push(`a backup ended with: ${failed}`);
  const left = (await fs.readdir(disk.folder)).filter((name) => name.startsWith('backup'));
  if (left.length > 0) wrong.push(`left behind: ${left.join(', ')}`);

  await disk.free();
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
