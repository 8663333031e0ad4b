import type { Ctx } from '../context.ts';

/** Something happened to a record that the actor may see. Values are not in it: who wants them asks. */
export interface LiveChange {
  /** Position in the outbox; a stream resumes behind it. */
  id: string;
  object: string;
  recordId: string;
  kind: string;
  version: number;
}

export interface Changes {
  /** The position of now: a stream that was given it misses nothing, however soon it breaks off. */
  start(): Promise<string>;
  /**
   * Changes committed after `cursor`, or from now on without one, in order, until `signal` aborts.
   * Rights are looked at anew for each of them: a stream lives longer than the context it began with.
   * Throws gone when the cursor is older than what is kept, so that the client loads everything anew.
   */
  subscribe(ctx: Ctx, cursor: string | undefined, signal: AbortSignal): AsyncIterable<LiveChange>;
}
