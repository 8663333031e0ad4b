import type { TestWorkspace } from '#engine/testing/workspace.ts';
import type { Job } from '#engine/jobs/job.ts';
import { runJob } from '#server/jobs/run-jobs.ts';
import type { Mail } from '#server/mail/mail.ts';
import { openMail } from '#server/mail/seal-mail.ts';
import { silentLog } from '#server/testing/silent-log.ts';

const jobsTable = `graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;

export interface Waiting {
  id: string;
  name: string;
  runAt: Date;
  payload: { workspaceId: string };
}

export async function waitingJobs(w: TestWorkspace): Promise<Waiting[]> {
  const { rows } = await w.database.app.query<Waiting>(
    `select j.id::text as id, t.identifier as name, j.run_at as "runAt", j.payload from ${jobsTable}
     where j.payload ->> 'workspaceId' = $1 order by j.id`,
    [w.id],
  );
  return rows.map((row) => ({ ...row, runAt: new Date(row.runAt) }));
}

/** Runs what waits in the queue for this workspace, and what that puts there; each `times`, as after a killed process. */
export async function workOff(
  w: TestWorkspace,
  jobs: readonly Job[],
  { times = 1 } = {},
): Promise<void> {
  for (;;) {
    const waiting = await waitingJobs(w);
    const found = waiting.flatMap((each) => {
      const job = jobs.find(({ name }) => name === each.name);
      return job ? [{ ...each, job }] : [];
    });
    if (found.length === 0) return;
    for (const { id, job, payload } of found) {
      for (let time = 0; time < times; time += 1)
        await runJob(w.workspaces, job, payload, silentLog);
      await w.database.app.query('delete from graphile_worker._private_jobs where id = $1', [id]);
    }
  }
}

/** Mails that wait to be sent and were sealed with this secret, taken out of the queue. */
export async function takeMails(w: TestWorkspace, appSecret: string): Promise<Mail[]> {
  const { rows } = await w.database.app.query<{ id: string; payload: unknown }>(
    `select j.id::text as id, j.payload from ${jobsTable} where t.identifier = 'sendMail' order by j.id`,
  );
  const mails: Mail[] = [];
  for (const { id, payload } of rows) {
    const mail = opened(payload, appSecret);
    if (!mail) continue;
    mails.push(mail);
    await w.database.app.query('delete from graphile_worker._private_jobs where id = $1', [id]);
  }
  return mails;
}

/** Undefined for those of other tests. */
function opened(payload: unknown, appSecret: string): Mail | undefined {
  try {
    return openMail(payload, appSecret);
  } catch {
    return undefined;
  }
}
