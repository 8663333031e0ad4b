import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import {
  run,
  Logger,
  parseCronItems,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { v7 as newId } from 'uuid';
import { AppError } from '#shared/errors.ts';
import { memberActor, systemActor } from '#engine/actor.ts';
import type { JobPayload } from '#engine/jobs/add-job.ts';
import type { Job, TimedJob } from '#engine/jobs/job.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import type { Log } from '../log.ts';

export interface Jobs {
  jobs: readonly Job[];
  timed: readonly TimedJob[];
  /** Work of no workspace, such as mail to people who are in none yet. */
  tasks?: TaskList;
}

/** A process that has not been seen for this long is dead, and its jobs are free again. */
const deadAfter = '60 seconds';
const heartbeatMs = 20_000;
const everyMinute = '* * * * *';

/** Works off the queue in this process until stopped. */
export async function runJobs(
  workspaces: Workspaces,
  { jobs, timed, tasks = {} }: Jobs,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const { app } = workspaces.database;
  const processId = newId();
  const workerIds: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, whichever of its workers does them.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id));

  async function beat(): Promise<void> {
    await app.query(
      `insert into core.process (id, host, role, workers) values ($1, $2, 'worker', $3)
       on conflict (id) do update set seen_at = now(), workers = excluded.workers`,
      [processId, hostname(), workerIds],
    );
    // graphile-worker itself frees the jobs of a killed process only after four hours.
    const { rows } = await app.query<{ workers: string[] }>(
      `delete from core.process where seen_at < now() - $1::interval returning workers`,
      [deadAfter],
    );
    const dead = rows.flatMap(({ workers }) => workers);
    if (dead.length > 0) {
      log.warn({ dead }, 'jobs of a dead process are taken up again');
      await app.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    }
  }

  const work = (own: TaskList, clock: readonly TimedJob[], concurrency: number): Promise<Runner> =>
    run({
      pgPool: app,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: loggerOn(log),
      taskList: { ...own, ...timedTasks(workspaces, clock, log) },
      parsedCronItems: parseCronItems(
        clock.map(({ name, at }) => ({ task: name, match: at, options: { backfillPeriod: 0 } })),
      ),
    });
  const prompt = timed.filter(({ at }) => at === everyMinute);
  const others = timed.filter(({ at }) => at !== everyMinute);
  const runners = [await work({ ...tasks, ...taskList(workspaces, jobs, log) }, others, 2)];
  // Nobody is reminded late because two long imports are at it.
  if (prompt.length > 0) runners.push(await work({}, prompt, prompt.length));
  await beat();
  const heart = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ err: error }, 'no heartbeat'));
  }, heartbeatMs);
  return {
    async stop() {
      clearInterval(heart);
      await Promise.all(runners.map((runner) => runner.stop()));
      await app.query('delete from core.process where id = $1', [processId]);
    },
  };
}

function taskList(workspaces: Workspaces, jobs: readonly Job[], log: Log): TaskList {
  const entries = jobs.map((job) => [
    job.name,
    // Written by add-job.ts only.
    (payload: unknown) => runJob(workspaces, job, payload as JobPayload, log),
  ]);
  return Object.fromEntries(entries) as TaskList;
}

/** Runs a job as the one who asked for it. A member who was deactivated since will not be let in later either. */
export async function runJob(
  workspaces: Workspaces,
  job: Job,
  payload: JobPayload,
  log: Log,
): Promise<void> {
  const { workspaceId, memberId } = payload;
  const as = async (member: string | undefined) => {
    // Asks the database: rights that another process takes away hold from the next chunk on.
    const { info, directory } = await workspaces.refresh(workspaceId);
    const actor = member
      ? memberActor(directory, member, info.settings)
      : systemActor(job.name, info.settings);
    return workspaces.context(workspaceId, actor);
  };
  const fresh = () => as(memberId);
  try {
    await job.run(await fresh(), payload, fresh);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'unauthenticated')) throw error;
    log.warn({ job: job.name, workspace: workspaceId, member: memberId }, 'nobody to work for');
    await job.refused?.(await as(undefined), payload);
  }
}

function timedTasks(workspaces: Workspaces, timed: readonly TimedJob[], log: Log): TaskList {
  const going = new Set<string>();
  const entries = timed.map(({ name, run: work }) => [
    name,
    async () => {
      // When it takes longer than until its next time, what is left is found the time after.
      if (going.has(name)) return;
      going.add(name);
      try {
        for (const id of await workspaces.list()) {
          const { info } = await workspaces.open(id);
          try {
            await work(await workspaces.context(id, systemActor(name, info.settings)));
          } catch (error) {
            // One company's trouble must not keep the others waiting.
            log.error({ err: error, workspace: id, job: name }, 'a timed job failed');
          }
        }
      } finally {
        going.delete(name);
      }
    },
  ]);
  return Object.fromEntries(entries) as TaskList;
}

const loggerOn = (log: Log) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ ...meta }, message);
    else if (level === 'warning') log.warn({ ...meta }, message);
    else log.debug({}, message);
  });
