import type { Ctx } from '../context.ts';
import type { JobPayload } from './add-job.ts';

/** The work behind a name. Throwing makes it run again later, with longer and longer pauses. */
export interface Job {
  name: string;
  /**
   * Acts as the member who asked for it, with their rights of now, or as the system. One that goes on for long asks for
   * a `fresh` context with each chunk; it throws unauthenticated when the member may not come in any more.
   */
  run: (ctx: Ctx, payload: JobPayload, fresh: () => Promise<Ctx>) => Promise<void>;
  /** As the system, when the member who asked may not come in any more: the job is over and does not run again. */
  refused?: (ctx: Ctx, payload: JobPayload) => Promise<void>;
}

/** Work that comes by the clock, once for each workspace, as the system. */
export interface TimedJob {
  name: string;
  /** Five fields of cron, UTC. */
  at: string;
  run: (ctx: Ctx) => Promise<void>;
}
