import { forbidden, notFound } from '#shared/errors.ts';
import { jobWords } from '#shared/messages/jobs.ts';
import type { Ctx } from '#engine/context.ts';
import { tellError } from './tell-error.ts';

export const jobStates = ['failed', 'running', 'waiting'] as const;
export type JobState = (typeof jobStates)[number];

export interface ShownJob {
  id: string;
  name: string;
  title: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** Who asked for it; null: the system. */
  member: { id: string; title: string | null } | null;
  createdAt: string;
  runAt: string;
  error: string | null;
}

export interface JobOverview extends Record<JobState, number> {
  items: ShownJob[];
}

const mostShown = 100;
/** A job that is being worked on has not failed, also when it is its last try. */
const state = `case when j.locked_at is not null then 'running'
  when j.attempts >= j.max_attempts then 'failed' else 'waiting' end`;
const ofWorkspace = `from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where j.payload ->> 'workspaceId' = $1`;
const columns = `j.id, t.identifier, ${state} as state, j.attempts, j.max_attempts,
  j.payload ->> 'memberId', j.created_at, j.run_at, j.last_error`;

/** The company's background work, what needs somebody first. */
export async function listJobs(ctx: Ctx): Promise<JobOverview> {
  if (!ctx.access.administrator) throw forbidden();
  const counted = await ctx.db.query(`select ${state}, count(*)::int ${ofWorkspace} group by 1`, [
    ctx.workspace.id,
  ]);
  const count = (wanted: JobState) => Number(counted.find(([each]) => each === wanted)?.[1] ?? 0);
  const rows = await ctx.db.query(
    `select ${columns} ${ofWorkspace}
     order by array_position(array['failed', 'running', 'waiting'], ${state}), j.id limit ${mostShown}`,
    [ctx.workspace.id],
  );
  return {
    failed: count('failed'),
    running: count('running'),
    waiting: count('waiting'),
    items: rows.map((row) => present(ctx, row)),
  };
}

/** Gives work that was given up all its tries again, beginning now. */
export async function retryJob(ctx: Ctx, id: string): Promise<ShownJob> {
  if (!ctx.access.administrator) throw forbidden();
  if (!/^\d{1,18}$/.test(id)) throw notFound();
  const [failed] = await ctx.db.query(
    `select j.id ${ofWorkspace} and j.id = $2::bigint and ${state} = 'failed' for update of j`,
    [ctx.workspace.id, id],
  );
  if (!failed) throw notFound();
  await ctx.db.query(
    'select graphile_worker.reschedule_jobs(array[$1::bigint], run_at := now(), attempts := 0)',
    [id],
  );
  const [row = []] = await ctx.db.query(`select ${columns} ${ofWorkspace} and j.id = $2::bigint`, [
    ctx.workspace.id,
    id,
  ]);
  return present(ctx, row);
}

function present({ actor, directory }: Ctx, row: readonly unknown[]): ShownJob {
  const [id, name, at, attempts, maxAttempts, member, createdAt, runAt, error] = row;
  const words = jobWords[String(name)];
  return {
    id: String(id),
    name: String(name),
    title: words?.[actor.language] ?? String(name),
    state: jobStates.find((each) => each === at) ?? 'waiting',
    attempts: Number(attempts),
    maxAttempts: Number(maxAttempts),
    member:
      typeof member === 'string'
        ? { id: member, title: directory.members.get(member)?.name ?? null }
        : null,
    createdAt: String(createdAt),
    runAt: String(runAt),
    error: typeof error === 'string' ? tellError(error, actor.language) : null,
  };
}
