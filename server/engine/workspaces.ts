import { Kysely, PostgresDialect } from 'kysely';
import type { ObjectDefinition } from '#shared/define.ts';
import { notFound } from '#shared/errors.ts';
import type { Model } from '#shared/model.ts';
import type { Database } from '../database/database.ts';
import type { Log } from '../log.ts';
import { buildAccess } from './access/build-access.ts';
import type { Access } from './access/access.ts';
import type { Actor, Ctx, WorkspaceInfo, WorkspaceSettings } from './context.ts';
import { createDb } from './db.ts';
import type { Directory } from './directory.ts';
import type { FileStore } from './files/store.ts';
import { loadCustom } from './model/load-custom.ts';
import { buildModel } from './model/build-model.ts';
import { loadDirectory } from './model/load-directory.ts';
import type { Places } from './places.ts';
import type { Rules } from './records/rules.ts';
import { withDb } from './transaction.ts';

/** What the code brings to every workspace. */
export interface Declarations {
  objects: readonly ObjectDefinition[];
  rules: Rules;
  /** Without it, codes in addresses are not checked. */
  places?: Places;
}

/** A workspace as kept in memory: replaced as a whole when its version moves. */
export interface Workspace {
  info: WorkspaceInfo;
  model: Model;
  directory: Directory;
  /** Rights by role and member, built when first asked for. */
  access(actor: Actor): Access;
}

export interface Workspaces {
  readonly database: Database;
  readonly declarations: Declarations;
  readonly files: FileStore;
  readonly log: Log;
  open(id: string): Promise<Workspace>;
  /** Loads it again when the database has a newer version than the one in memory. */
  refresh(id: string): Promise<Workspace>;
  context(id: string, actor: Actor): Promise<Ctx>;
  /** Ids of all workspaces. */
  list(): Promise<string[]>;
  /** Drops what is in memory: it was changed, here or by another process. */
  forget(id: string): void;
  /** Hears of every change of a workspace until the answer is called. */
  watch(id: string, hear: () => void): () => void;
}

interface CoreTables {
  workspace: {
    id: string;
    key: string;
    name: string;
    schema_name: string;
    model_version: number;
    settings: WorkspaceSettings;
  };
}

/** Kept this long without asking the database; a notification or the change itself drops it sooner. */
const keptMs = 2000;
/** Who was not asked for this long leaves the memory: a process may have served thousands since it began. */
const defaultIdleMs = 600_000;
export const workspaceChannel = 'duyen_workspace';

interface WorkspacesOptions {
  idleMs?: number;
  /** What time it is for rules, jobs and whatever else asks the context. */
  clock?: () => Date;
}

export function createWorkspaces(
  database: Database,
  declarations: Declarations,
  files: FileStore,
  log: Log,
  { idleMs = defaultIdleMs, clock = () => new Date() }: WorkspacesOptions = {},
): Workspaces {
  const core = new Kysely<CoreTables>({
    dialect: new PostgresDialect({ pool: database.app }),
  }).withSchema('core');
  const kept = new Map<string, { workspace: Workspace; checkedAt: number }>();
  const loading = new Map<string, Promise<Workspace>>();
  const watchers = new Map<string, Set<() => void>>();
  let sweptAt = performance.now();

  /** Whoever is in use was checked within two seconds, so the time of the last check tells who is not. */
  function dropIdle(): void {
    const now = performance.now();
    if (now - sweptAt < idleMs) return;
    sweptAt = now;
    for (const [id, { checkedAt }] of kept) if (now - checkedAt >= idleMs) kept.delete(id);
  }

  async function check(id: string): Promise<Workspace> {
    const row = await core
      .selectFrom('workspace')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound();
    const known = kept.get(id)?.workspace;
    return known?.model.version === row.model_version ? known : load(row, database, declarations);
  }

  /** Many requests at once ask the database once. */
  function refresh(id: string): Promise<Workspace> {
    const running = loading.get(id);
    if (running) return running;
    const started = check(id);
    loading.set(id, started);
    // What was asked for before `forget` may be what was there before the change: it is not kept.
    const isWanted = () => loading.get(id) === started;
    return started
      .then((workspace) => {
        dropIdle();
        if (isWanted()) kept.set(id, { workspace, checkedAt: performance.now() });
        return workspace;
      })
      .finally(() => {
        if (isWanted()) loading.delete(id);
      });
  }

  async function open(id: string): Promise<Workspace> {
    const known = kept.get(id);
    if (known && performance.now() - known.checkedAt < keptMs) return known.workspace;
    return refresh(id);
  }

  return {
    database,
    declarations,
    files,
    log,
    open,
    refresh,
    list: async () => {
      const rows = await core.selectFrom('workspace').select('id').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    forget: (id) => {
      kept.delete(id);
      loading.delete(id);
      for (const hear of watchers.get(id) ?? []) hear();
    },
    watch(id, hear) {
      const hearers = watchers.get(id) ?? new Set();
      watchers.set(id, hearers.add(hear));
      return () => {
        hearers.delete(hear);
        if (hearers.size === 0) watchers.delete(id);
      };
    },
    async context(id, actor) {
      const workspace = await open(id);
      const { info, model, directory } = workspace;
      return withDb(
        {
          workspace: info,
          model,
          directory,
          actor,
          access: workspace.access(actor),
          rules: declarations.rules,
          places: declarations.places,
          files,
          now: clock(),
          log,
        },
        createDb(database.app),
        (effect) => effect(),
      );
    },
  };
}

async function load(
  row: CoreTables['workspace'],
  database: Database,
  declarations: Declarations,
): Promise<Workspace> {
  const db = createDb(database.app);
  const [custom, directory] = await Promise.all([
    loadCustom(db, row.schema_name),
    loadDirectory(db, row.schema_name),
  ]);
  const model = buildModel(declarations.objects, custom, row.model_version);
  const accessOf = new Map<string, Access>();
  return {
    info: {
      id: row.id,
      key: row.key,
      name: row.name,
      schema: row.schema_name,
      settings: { ...row.settings, rates: row.settings.rates ?? {} },
    },
    model,
    directory,
    access(actor) {
      if (actor.kind === 'system') return buildAccess(actor, directory, model);
      const known = accessOf.get(actor.roleId) ?? buildAccess(actor, directory, model);
      accessOf.set(actor.roleId, known);
      return known;
    },
  };
}

/**
 * Says, inside a transaction, that model, members, teams, roles or settings changed.
 * Every process loads the workspace again: this one at once, others when woken or within two seconds.
 */
export async function bumpWorkspace(ctx: Ctx, workspaces: Workspaces): Promise<void> {
  await ctx.db.query('update core.workspace set model_version = model_version + 1 where id = $1', [
    ctx.workspace.id,
  ]);
  // Delivered with the commit; a rolled back change wakes nobody.
  await ctx.db.query('select pg_notify($1, $2)', [workspaceChannel, ctx.workspace.id]);
  ctx.afterCommit(() => workspaces.forget(ctx.workspace.id));
}
