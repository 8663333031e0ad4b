import type { Kysely } from 'kysely';
import type { CalendarSettings } from '#shared/calendar/working-hours.ts';
import type { Model } from '#shared/model.ts';
import type { StalledSettings } from '#shared/stalled.ts';
import type { Access } from './access/access.ts';
import type { Log } from '../log.ts';
import type { Db } from './db.ts';
import type { Directory } from './directory.ts';
import type { WorkspaceTables } from './schema/system-tables.ts';
import type { Places } from './places.ts';
import type { Rules } from './records/rules.ts';
import type { FileStore } from './files/store.ts';

export interface WorkspaceInfo {
  id: string;
  key: string;
  name: string;
  schema: string;
  settings: WorkspaceSettings;
}

export interface WorkspaceSettings {
  language: 'vi' | 'en';
  /** ISO 4217; amounts are compared and summed in it. */
  currency: string;
  timeZone: string;
  /** Units of `currency` for one unit of another, as decimal strings. */
  rates: Readonly<Record<string, string>>;
  /** Minutes after its slot in which a planned record of which nobody says anything is not yet forgotten. */
  forgottenAfterMinutes?: number;
  /** Bytes that files of records' versions may take, all together and of one member; without a number, any. */
  storage?: { company?: number; member?: number };
  /** When customers count as left behind. */
  stalled?: StalledSettings;
  /** Working hours, days off, usual lengths: where it is silent, what is usual. */
  calendar?: CalendarSettings;
}

/** Who does it. There is no call without one. */
export type Actor =
  | {
      kind: 'member';
      id: string;
      name: string;
      roleId: string;
      /** Teams the member belongs to. */
      teamIds: readonly string[];
      /** Those and every team below the ones the member leads or belongs to. */
      teamIdsBelow: readonly string[];
      language: 'vi' | 'en';
      timeZone: string;
      /** The API key it came with, when it did. */
      apiKeyId?: string;
    }
  | { kind: 'system'; reason: string; language: 'vi' | 'en'; timeZone: string };

/** What every function of the engine takes first. `db` is the transaction when there is one. */
export interface Ctx {
  readonly workspace: WorkspaceInfo;
  readonly db: Db;
  /** System tables of the workspace, typed; runs on `db`. */
  readonly tables: Kysely<WorkspaceTables>;
  readonly actor: Actor;
  readonly access: Access;
  readonly model: Model;
  readonly directory: Directory;
  readonly rules: Rules;
  readonly places: Places | undefined;
  readonly files: FileStore;
  readonly now: Date;
  readonly log: Log;
  /** Runs once the transaction has been committed; at once when there is none. Must not fail the request. */
  afterCommit(effect: () => void): void;
}
