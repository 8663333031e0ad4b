import { randomUUID } from 'node:crypto';
import { eventually } from '../eventually.ts';
import { clientOf, type Answer } from './client.ts';
import { asSuperuser, makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer, type ServerProcess } from './server-process.ts';

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
      const lost = await killOnCommit(place, server, name, post);
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

/** Kills the server in the moment the record can be seen; true when the answer did not get out. */
function killOnCommit(
  { dataDir, schema }: Place,
  server: ServerProcess,
  name: string,
  post: () => Promise<Answer>,
): Promise<boolean> {
  return asSuperuser(dataDir, async (client) => {
    const seen = async () =>
      (await client.query(`select from ${schema}.account where name = $1`, [name])).rowCount === 1;
    const answer = post();
    for (const until = Date.now() + 10_000; !(await seen()) && Date.now() < until;);
    await server.end('SIGKILL');
    return (await answer).status === null;
  });
}

const company = (name: string) => ({ name, kind: 'company' });

const named = ({ ask, schema }: Place, name: string) =>
  ask<{ id: string }>(`select id from ${schema}.account where name = $1`, [name]);

async function repeatAtOnce(place: Place, origin: string, times: number, report: FaultReport) {
  const client = clientOf(origin, place.apiKey);
  const headers = { 'idempotency-key': randomUUID() };
  const name = `once-${randomUUID()}`;
  // While the first is still running, the others are told to come again; then they get its answer.
  const answered = () =>
    eventually(async () => {
      const answer = await client.call('POST', '/api/v1/accounts', company(name), headers);
      return answer.status === 409 ? undefined : answer;
    });
  const answers = await Promise.all(Array.from({ length: times }, answered));
  const statuses = new Set(answers.map(({ status }) => status));
  const bodies = new Set(answers.map(({ text }) => text));
  if (statuses.size !== 1 || !statuses.has(201) || bodies.size !== 1)
    report.wrong.push(`${times} at once: ${bodies.size} answers (${[...statuses].join(', ')})`);
  const rows = await named(place, name);
  if (rows.length !== 1) report.wrong.push(`${times} at once made ${rows.length} records`);
  const other = await client.call('POST', '/api/v1/accounts', company(`${name}!`), headers);
  if (other.status !== 422) report.wrong.push(`another body was answered ${other.status}`);
}
