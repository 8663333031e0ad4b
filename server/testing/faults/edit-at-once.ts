import { clientOf } from './client.ts';
import { makePlace } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

/** F14: many people change one record at once; no change is lost and each is in the history. */
export async function editAtOnce(options: {
  writers: number;
  rounds: number;
}): Promise<FaultReport> {
  const report = newReport('F14 many change one record at once');
  const place = await makePlace();
  try {
    const server = await startServer(place);
    const client = clientOf(server.origin, place.apiKey);
    const made = await client.call('POST', '/api/v1/accounts', { name: 'Hoa', kind: 'company' });
    const url = `/api/v1/accounts/${made.json.id}`;

    let wins = 0;
    const write = async (writer: number) => {
      for (let round = 0; round < options.rounds; round += 1) {
        const seen = await client.call('GET', url);
        const body = { notes: `${writer}.${round}` };
        const answer = await client.call('PATCH', url, body, {
          'if-match': `"${seen.json.version}"`,
        });
        if (answer.status === 200) wins += 1;
        else if (answer.status !== 409) report.wrong.push(`a writer was answered ${answer.status}`);
      }
    };
    await Promise.all(Array.from({ length: options.writers }, (_, writer) => write(writer)));
    const last = await client.call('GET', url);
    if (last.json.version !== 1 + wins)
      report.wrong.push(`${wins} changes won, but the version is ${last.json.version}`);
    const rows = await place.ask<{ notes: unknown }>(
      `select changes->'notes'->1 as notes from ${place.schema}.history
        where record_id = $1 and action = 'update'`,
      [made.json.id],
    );
    const different = new Set(rows.map(({ notes }) => notes)).size;
    if (different !== wins) report.wrong.push(`${different} changes of ${wins} in the history`);

    // Two people, two fields, one version: the second sees both versions and decides.
    const { version } = last.json;
    const first = await client.call('PATCH', url, { version, tradingName: 'Sen' });
    const second = await client.call('PATCH', url, { version, notes: 'gọi lại' });
    if (first.status !== 200 || second.status !== 409)
      report.wrong.push(`two people were answered ${first.status} and ${second.status}`);
    if (second.json?.current?.tradingName !== 'Sen')
      report.wrong.push('the second person does not see what the first wrote');
    report.measured = { wins, 'stale answers': options.writers * options.rounds - wins };
    await server.end('SIGTERM');
  } finally {
    await place.remove();
  }
  return report;
}
