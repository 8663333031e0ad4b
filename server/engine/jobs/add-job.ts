import type { Ctx } from '../context.ts';

export interface JobOptions {
  /** Only one waiting job has a key; a second one with it changes the first. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** What a job of a workspace is handed. `memberId`: who it acts for; the system when absent. */
export interface JobPayload {
  workspaceId: string;
  memberId?: string | undefined;
  [name: string]: unknown;
}

/**
 * Puts a job in the queue in the same transaction as the change that asks for it: neither exists without the other.
 * It runs at least once; a job whose process dies is taken up again, so its effects must bear repetition.
 */
export async function addJob(
  ctx: Ctx,
  name: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  const full: JobPayload = {
    ...payload,
    workspaceId: ctx.workspace.id,
    memberId: ctx.actor.kind === 'member' ? ctx.actor.id : undefined,
  };
  const { queue } = ctx.db;
  const values = [
    name,
    JSON.stringify(full),
    options.queue ?? null,
    options.runAt?.toISOString() ?? null,
    options.maxAttempts ?? null,
    options.key === undefined ? null : `${ctx.workspace.id}:${options.key}`,
  ];
  if (!queue) {
    await ctx.db.query(addSql, values);
    return;
  }
  // The owner of the tables, who changes them, has no part in the queue.
  ctx.afterCommit(() => {
    queue
      .query(addSql, values)
      .catch((error: unknown) => ctx.log.error({ err: error, job: name }, 'a job was not queued'));
  });
}

const addSql = `select graphile_worker.add_job($1::text, payload := $2::json, queue_name := $3::text,
  run_at := $4::timestamptz, max_attempts := $5::int, job_key := $6::text)`;
