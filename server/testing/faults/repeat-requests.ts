import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf } from './client.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

/** F17: a request is repeated at once, and after the server died between committing and answering; it is done once. */
export async function repeatRequests(options: {
  atOnce: number;
  kills: number;
}): Promise<FaultReport> {
  const report = newReport('F17 requests are repeated under one key');
  const place = await makePlace();
  try {
    let server = await startServer(place);
    await repeatAtOnce(place, server.origin, options.atOnce, report);
    let unanswered = 0;
    for (let kill = 0; kill < options.kills; kill += 1) {
      const name = `kill-${randomUUID()}`;
      const key = randomUUID();
      const post = () =>
        clientOf(server.origin, place.apiKey).call('POST', '/api/v1/accounts', company(name), {
          'idempotency-key': key,
        });
      const first = post();
      // From before the request arrived to after it was answered.
      await sleep(Math.random() * 25);
      await server.end('SIGKILL');
      const lost = (await first).status === null;
      const before = await named(place, name);
      if (lost && before.length === 1) unanswered += 1;
      server = await startServer(place);
      const again = await post();
      const after = await named(place, name);
      if (after.length !== 1 || after[0]?.id !== again.json?.id)
        report.wrong.push(`${after.length} records after a repetition, answered ${again.status}`);
      if (before.length === 1 && before[0]?.id !== after[0]?.id)
        report.wrong.push('a repetition was answered with another record');
    }
    report.measured = {
      'at once': options.atOnce,
      kills: options.kills,
      'committed but not answered': unanswered,
    };
    await server.end('SIGTERM');
  } finally {
    await place.remove();
  }
  return report;
}

const company = (name: string) => ({ name, kind: 'company' });

const named = ({ ask, schema }: Place, name: string) =>
  ask<{ id: string }>(`select id from ${schema}.account where name = $1`, [name]);

async function repeatAtOnce(place: Place, origin: string, times: number, report: FaultReport) {
  const client = clientOf(origin, place.apiKey);
  const headers = { 'idempotency-key': randomUUID() };
  const name = `once-${randomUUID()}`;
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      client.call('POST', '/api/v1/accounts', company(name), headers),
    ),
  );
  const statuses = new Set(answers.map(({ status }) => status));
  const bodies = new Set(answers.map(({ text }) => text));
  if (statuses.size !== 1 || !statuses.has(201) || bodies.size !== 1)
    report.wrong.push(`${times} at once: ${bodies.size} answers (${[...statuses].join(', ')})`);
  const rows = await named(place, name);
  if (rows.length !== 1) report.wrong.push(`${times} at once made ${rows.length} records`);
  const other = await client.call('POST', '/api/v1/accounts', company(`${name}!`), headers);
  if (other.status !== 422) report.wrong.push(`another body was answered ${other.status}`);
}
