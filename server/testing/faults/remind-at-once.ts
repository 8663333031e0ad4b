import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../eventually.ts';
import { clientOf } from './client.ts';
import { makePlace, type Place } from './place.ts';
import { newReport, type FaultReport } from './report.ts';
import { startServer } from './server-process.ts';

/** A dead worker's jobs are free again after a minute, and looked for every 20 s. */
const takenUpWithinMs = 120_000;
const inOneBatch = 500;

/**
 * F12: many reminders are due in one minute, two workers tell of them, and one is killed half way. Everybody is told of
 * each once, at the bell and by mail.
 */
export async function remindAtOnce(options: {
  reminders: number;
  /** Does not wait until the dead worker is taken for dead. */
  hurry?: boolean;
}): Promise<FaultReport> {
  const { reminders, hurry = false } = options;
  const report = newReport('F12 a worker is killed while reminders go out');
  const place = await makePlace();
  try {
    const doomed = await startServer(place);
    const other = await startServer(place);
    await plan(place, other.origin, reminders);
    await fallDue(place);
    const begin = performance.now();
    await eventually(async () => (await mailsOf(place)).length > reminders / 2, 60_000);
    await doomed.end('SIGKILL');
    if (hurry) await declareDead(place);
    await eventually(
      async () => new Set(await mailsOf(place)).size >= reminders && (await waiting(place)) === 0,
      takenUpWithinMs,
    );
    const mails = await mailsOf(place);
    const [told] = await place.ask<{ notices: number; records: number; mailed: number }>(
      `select count(*)::int as notices, count(distinct record_id)::int as records, count(mailed_at)::int as mailed
       from ${place.schema}.notice where kind = 'reminder'`,
    );
    const { json } = await clientOf(other.origin, place.apiKey).call(
      'GET',
      '/api/v1/notices/unread',
    );
    const expect = (what: string, found: unknown) => {
      if (found !== reminders) report.wrong.push(`${what}: ${String(found)} of ${reminders}`);
    };
    expect('notices', told?.notices);
    expect('records told of', told?.records);
    expect('notices with mail', told?.mailed);
    expect('unread at the bell', json?.total);
    expect('mails', new Set(mails).size);
    // Between a mail that was taken and the note that it was: sent again under the same Message-ID.
    const again = mails.length - new Set(mails).size;
    if (again > mostAtOnce) report.wrong.push(`${again} mails were sent twice`);
    report.measured = {
      reminders,
      'told twice': Number(told?.notices ?? 0) - Number(told?.records ?? 0),
      'mails sent again under their id': again,
      'all told after, s': ((performance.now() - begin) / 1000).toFixed(1),
    };
  } finally {
    await place.remove();
  }
  return report;
}

/** Jobs that a process works off at a time. */
const mostAtOnce = 2;

async function plan(place: Place, origin: string, count: number): Promise<void> {
  const client = clientOf(origin, place.apiKey);
  await client.call('PATCH', '/api/v1/me', { notifications: { reminder: { email: true } } });
  const startsAt = new Date(Date.now() + 86_400_000).toISOString();
  for (let from = 0; from < count; from += inOneBatch) {
    const create = Array.from({ length: Math.min(inOneBatch, count - from) }, (_, i) => ({
      subject: `Việc ${from + i}`,
      kind: 'task',
      startsAt,
      remindBefore: ['0'],
    }));
    const made = await client.call('POST', '/api/v1/activities/batch', { create });
    if (made.result !== 'ok') throw new Error(`nothing was planned: ${made.text}`);
  }
  await eventually(async () => {
    const [row] = await place.ask<{ count: number }>(
      `select count(*)::int as count from ${place.schema}.reminder`,
    );
    return row?.count === count;
  }, 60_000);
}

/** All at this moment, without a day's waiting; then both workers are called, as the clock does every minute. */
async function fallDue({ ask, schema }: Place): Promise<void> {
  await ask(
    `with now_ as (select date_trunc('milliseconds', now()) as at), a as (
       update ${schema}.activity set starts_at = now_.at from now_
     )
     update ${schema}.reminder r set at = now_.at, due = now_.at from now_`,
  );
  for (let i = 0; i < 2; i += 1) await ask(`select graphile_worker.add_job('tellPeople', '{}')`);
}

async function declareDead({ ask }: Place): Promise<void> {
  // Whoever lives says so again before anybody looks.
  await ask(`update core.process set seen_at = now() - interval '55 seconds'`);
}

async function waiting({ ask }: Place): Promise<number> {
  const [row] = await ask<{ count: number }>(
    `select count(*)::int as count from graphile_worker.jobs
     where task_identifier in ('sendMail', 'sendNotices', 'tellPeople')`,
  );
  return row?.count ?? 0;
}

/** Ids of the messages, once for each time they were sent. */
async function mailsOf({ dataDir }: Place): Promise<string[]> {
  const names = await fs.readdir(path.join(dataDir, 'outbox')).catch(() => []);
  return names.flatMap((name) => /-(job-\d+)\.eml$/.exec(name)?.[1] ?? []);
}
