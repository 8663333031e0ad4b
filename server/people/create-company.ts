import type { PoolClient } from 'pg';
import { buildAccess } from '#engine/access/build-access.ts';
import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import { createWorkspace, newSettings, type NewWorkspace } from '#engine/create-workspace.ts';
import { createDb } from '#engine/db.ts';
import { buildModel } from '#engine/model/build-model.ts';
import { loadDirectory } from '#engine/model/load-directory.ts';
import { withDb } from '#engine/transaction.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { seedPeople, type FirstAdministrator } from './seed-people.ts';

export interface NewCompany extends NewWorkspace, FirstAdministrator {}

export interface Company {
  id: string;
  key: string;
  schema: string;
  userId: string;
  memberId: string;
}

/**
 * A workspace with its roles and the person who may do everything in it, in one transaction. `fill` puts more into it,
 * as the system and before anybody sees it.
 */
export async function createCompany(
  workspaces: Workspaces,
  { adminName, adminEmail, adminPassword, ...workspace }: NewCompany,
  fill?: (ctx: Ctx) => Promise<void>,
): Promise<Company> {
  let people = { userId: '', memberId: '' };
  const effects: (() => void)[] = [];
  const settings = newSettings(workspace.settings);
  const made = await createWorkspace(workspaces, workspace, async (client, { id, key, schema }) => {
    people = await seedPeople(
      createDb(workspaces.database.owner, client),
      { id, schema, language: settings.language },
      { adminName, adminEmail, adminPassword },
    );
    const info = { id, key, name: workspace.name, schema, settings };
    await fill?.(await contextOf(workspaces, info, client, (effect) => effects.push(effect)));
  });
  for (const effect of effects) effect();
  return { ...made, ...people };
}

/** In the transaction that makes the workspace: nothing of it can be opened yet. */
async function contextOf(
  workspaces: Workspaces,
  info: Ctx['workspace'],
  client: PoolClient,
  afterCommit: (effect: () => void) => void,
): Promise<Ctx> {
  const { declarations, files, log, database } = workspaces;
  const db = createDb(database.owner, client, database.app);
  const model = buildModel(declarations.objects, { objects: [], fields: [] }, 1);
  const directory = await loadDirectory(db, info.schema);
  const actor = systemActor('create', info.settings);
  return withDb(
    {
      workspace: info,
      model,
      directory,
      actor,
      access: buildAccess(actor, directory, model),
      rules: declarations.rules,
      places: declarations.places,
      files,
      now: new Date(),
      log,
    },
    db,
    afterCommit,
  );
}
