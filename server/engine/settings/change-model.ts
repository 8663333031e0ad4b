import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import type { ObjectDefinition } from '#shared/define.ts';
import { invalid, unavailable } from '#shared/errors.ts';
import type { Model, ModelObject } from '#shared/model.ts';
import { systemActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { createDb } from '../db.ts';
import { addJob } from '#engine/jobs/add-job.ts';
import { loadCustomRows, modelOf, type CustomRows } from '../model/load-custom.ts';
import { applySteps } from '../schema/apply.ts';
import { doubledNames } from '../schema/doubled-names.ts';
import { plan, type Step } from '../schema/plan.ts';
import { workspaceSpec } from '../schema/workspace-spec.ts';
import { rebuildSearch } from '../search/rebuild-search.ts';
import { withDb, withTransaction } from '../transaction.ts';
import { bumpWorkspace, type Workspaces } from '../workspaces.ts';
import { requireAdministrator } from './require-administrator.ts';
import { writeRows } from './write-rows.ts';

/** The settings as they are now, under the lock: a request's model may be older. */
export interface Settings {
  rows: CustomRows;
  /** What people see. */
  model: Model;
  modelOf(rows: CustomRows): Model;
  declared: readonly ObjectDefinition[];
}

/** How long busy tables are waited for. */
export interface Patience {
  lockTimeoutMs: number;
  tries: number;
  pauseMs: number;
}

/**
 * A table in use by a long transaction is asked for a few seconds at a time: whoever comes after waits no longer than
 * that, and gets through between the tries.
 */
const usual: Patience = { lockTimeoutMs: 3000, tries: 4, pauseMs: 500 };

/** The context with the connections of the tables' owner, on which settings are changed. */
export const asOwner = (ctx: Ctx, workspaces: Workspaces): Ctx =>
  ctx.db.pool === workspaces.database.owner
    ? ctx
    : withDb(
        ctx,
        createDb(workspaces.database.owner, undefined, workspaces.database.app),
        (effect) => effect(),
      );

/**
 * Changes objects and fields: `change` is pure and gives the rows as they shall be. Tables, rows, history and the
 * version of the model move in one transaction, one change of a workspace after the other.
 */
export async function changeModel<T>(
  ctx: Ctx,
  workspaces: Workspaces,
  change: (settings: Settings, ctx: Ctx) => { rows: CustomRows; result: T },
  patience = usual,
): Promise<T> {
  requireAdministrator(ctx);
  const declared = workspaces.declarations.objects;
  const { schema, id } = ctx.workspace;
  return withTransaction(asOwner(ctx, workspaces), async (inside) => {
    await takeTurn(inside, id, patience);
    const rows = await loadCustomRows(inside.db, schema);
    const visible = (each: CustomRows) => modelOf(declared, each, { archived: false });
    const changed = change({ rows, model: visible(rows), modelOf: visible, declared }, inside);
    const steps = stepsBetween(rows, changed.rows, workspaces);
    await patiently(inside, patience, async (client) => {
      // First, as everyone who changes the workspace does: whoever holds it waits for nobody else.
      await bumpWorkspace(inside, workspaces);
      await applySteps(client, schema, steps);
      await writeRows(inside, rows, changed.rows);
      await renewSearch(inside, workspaces, visible(rows), visible(changed.rows));
    });
    return changed.result;
  });
}

/** By then every process has the new model, so that none writes a document as it was. */
const renewAfterMs = 5000;

/**
 * Asks for new search documents where they are of other fields now. The queue is not the owner's, so this is before
 * the commit and not in it: a job of a change that did not come about writes the documents that are there.
 */
async function renewSearch(
  ctx: Ctx,
  { database }: Workspaces,
  before: Model,
  after: Model,
): Promise<void> {
  const actor = systemActor('settings', ctx.workspace.settings);
  const asApp = withDb({ ...ctx, actor }, createDb(database.app), (effect) => effect());
  const found = ({ search, title }: ModelObject) => JSON.stringify([search, title]);
  for (const object of after.objects.values()) {
    const old = before.objects.get(object.key);
    if (!old || found(old) === found(object)) continue;
    await addJob(
      asApp,
      rebuildSearch.name,
      { object: object.key },
      { key: `search ${object.key}`, runAt: new Date(ctx.now.getTime() + renewAfterMs) },
    );
  }
}

function stepsBetween(before: CustomRows, after: CustomRows, { declarations }: Workspaces): Step[] {
  const spec = (rows: CustomRows) =>
    workspaceSpec(modelOf(declarations.objects, rows, { archived: true }));
  const wanted = spec(after);
  // `price` of money has a column for its base amount, and `priceBase` would be the same one.
  if (doubledNames(wanted).length > 0) throw invalid([{ path: 'key', code: 'notUnique' }]);
  return plan(spec(before), wanted);
}

async function takeTurn({ db }: Ctx, workspace: string, patience: Patience): Promise<void> {
  const most = (patience.lockTimeoutMs + patience.pauseMs) * patience.tries;
  await db.query(`set local lock_timeout = ${most}`, []);
  try {
    await db.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `duyen settings ${workspace}`,
    ]);
  } catch (error) {
    throw isBusy(error) ? unavailable(10) : error;
  }
}

type Work = (client: NonNullable<Ctx['db']['client']>) => Promise<void>;

async function patiently({ db: { client } }: Ctx, patience: Patience, work: Work): Promise<void> {
  if (!client) throw new Error('settings are changed in a transaction');
  const { lockTimeoutMs, tries, pauseMs } = patience;
  for (let tried = 1; ; tried += 1) {
    await client.query(
      `savepoint settings; set local lock_timeout = ${lockTimeoutMs};
       set local statement_timeout = '50s'; set local maintenance_work_mem = '256MB'`,
    );
    try {
      await work(client);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      // Gives back every lock that this try had taken already.
      await client.query('rollback to savepoint settings');
      if (tried >= tries) throw unavailable(10);
      await pause(pauseMs * tried);
    }
  }
}

/** A lock that did not come in time, or a deadlock that this side lost. */
const isBusy = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '55P03' || error.code === '40P01');
