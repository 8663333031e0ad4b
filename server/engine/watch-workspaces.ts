import { workspaceChannel, type Workspaces } from './workspaces.ts';

/**
 * Drops a workspace from memory as soon as another process changed it. What is missed while the connection is away is
 * seen within two seconds, as without notifications.
 */
export const watchWorkspaces = (workspaces: Workspaces): Promise<() => Promise<void>> =>
  workspaces.database.listen(workspaceChannel, (id) => workspaces.forget(id));
