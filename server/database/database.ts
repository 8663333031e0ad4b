import type { Pool } from 'pg';

/** The database of one process: pools, and how to be woken by other processes. */
export interface Database {
  /** Role without superuser: every request and job runs here. */
  readonly app: Pool;
  /** Owner of the schemas: migrations and the run-time schema changes only. */
  readonly owner: Pool;
  /** server_version_num, e.g. 180004. */
  readonly versionNumber: number;
  readonly embedded: boolean;
  /**
   * Calls the handler for each notification; reconnects by itself. Only a wake-up: nothing may
   * depend on it. `afterGap` is called when the connection was lost and is back: notifications
   * between may be missing.
   */
  listen(
    channel: string,
    handler: (payload: string) => void,
    afterGap?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
