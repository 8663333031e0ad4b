import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { silentLog } from '#server/testing/silent-log.ts';
import { testDatabase } from '#server/testing/database.ts';
import type { Database } from '../../database/database.ts';
import { memberActor, systemActor } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { createWorkspace } from '../create-workspace.ts';
import type { ObjectRights, RoleRights, Scope } from '../directory.ts';
import { createDb } from '../db.ts';
import type { FileStore } from '../files/store.ts';
import { qualified } from '../records/sql.ts';
import { createWorkspaces, type Declarations, type Workspaces } from '../workspaces.ts';
import { memoryFiles } from './memory-files.ts';
import { toyObjects, toyRules } from './toys.ts';

/** A company of a test's own, with the people it needs. */
export interface TestWorkspace {
  id: string;
  schema: string;
  workspaces: Workspaces;
  database: Database;
  /** The system, which may do everything. */
  system(): Promise<Ctx>;
  /** A context for a member, as a request of theirs has it. */
  as(memberId: string): Promise<Ctx>;
  addTeam(name: string, parentId?: string): Promise<string>;
  addRole(rights: RoleRights | 'administrator'): Promise<string>;
  addMember(roleId: string, teamIds?: readonly string[]): Promise<string>;
}

export async function testWorkspace(
  declarations: Declarations = { objects: toyObjects, rules: toyRules },
  files: FileStore = memoryFiles(),
): Promise<TestWorkspace> {
  const database = await testDatabase();
  const workspaces = createWorkspaces(database, declarations, files, silentLog);
  const key = `t_${randomBytes(6).toString('hex')}`;
  const { id, schema } = await createWorkspace(workspaces, { name: key, key });
  const db = createDb(database.app);

  async function insert(table: string, row: Record<string, unknown>): Promise<string> {
    const id_ = newId();
    const all = { id: id_, ...row };
    const names = Object.keys(all).join(', ');
    const places = Object.keys(all).map((_, i) => `$${i + 1}`);
    await db.query(
      `insert into ${qualified(schema, table)} (${names}) values (${places.join(', ')})`,
      Object.values(all),
    );
    await db.query('update core.workspace set model_version = model_version + 1 where id = $1', [
      id,
    ]);
    workspaces.forget(id);
    return id_;
  }

  return {
    id,
    schema,
    workspaces,
    database,
    system: () => workspaces.context(id, systemActor('test')),
    async as(memberId) {
      const { directory, info } = await workspaces.open(id);
      return workspaces.context(id, memberActor(directory, memberId, info.settings));
    },
    addTeam: (name, parentId) => insert('team', { name, parent_id: parentId ?? null }),
    addRole: (rights) =>
      insert('role', {
        key: `r_${randomBytes(4).toString('hex')}`,
        name: 'Role',
        administrator: rights === 'administrator',
        rights: JSON.stringify(rights === 'administrator' ? {} : rights),
      }),
    addMember: (roleId, teamIds = []) => {
      const name = `m_${randomBytes(4).toString('hex')}`;
      return insert('member', {
        name,
        email: `${name}@x.test`,
        role_id: roleId,
        team_ids: teamIds,
      });
    },
  };
}

/** One reach for every verb. */
export const rightsOf = (scope: Scope, more: Partial<ObjectRights> = {}): ObjectRights => ({
  read: scope,
  update: scope,
  delete: scope,
  create: true,
  export: true,
  import: true,
  ...more,
});
