import { createWorkspace, type NewWorkspace } from '#engine/create-workspace.ts';
import { createDb } from '#engine/db.ts';
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

/** A workspace with its roles and the person who may do everything in it, in one transaction. */
export async function createCompany(
  workspaces: Workspaces,
  { adminName, adminEmail, adminPassword, ...workspace }: NewCompany,
): Promise<Company> {
  let people = { userId: '', memberId: '' };
  const language = workspace.settings?.language ?? 'vi';
  const made = await createWorkspace(workspaces, workspace, async (client, { id, schema }) => {
    people = await seedPeople(
      createDb(workspaces.database.app, client),
      { id, schema, language },
      { adminName, adminEmail, adminPassword },
    );
  });
  return { ...made, ...people };
}
