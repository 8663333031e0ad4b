import type { Db } from '../db.ts';
import type {
  Directory,
  DirectoryMember,
  DirectoryRole,
  DirectoryTeam,
  RoleRights,
} from '../directory.ts';
import { kyselyOn } from '../transaction.ts';

/** Reads people, teams and roles of a workspace. */
export async function loadDirectory(db: Db, schema: string): Promise<Directory> {
  const tables = kyselyOn(db).withSchema(schema);
  // One after the other: inside a transaction there is one connection.
  const members = await tables.selectFrom('member').selectAll().execute();
  const teams = await tables.selectFrom('team').selectAll().execute();
  const roles = await tables.selectFrom('role').selectAll().execute();
  return {
    members: new Map(
      members.map((row): [string, DirectoryMember] => [
        row.id,
        {
          id: row.id,
          userId: row.user_id,
          name: row.name,
          email: row.email,
          roleId: row.role_id,
          teamIds: row.team_ids,
          active: row.active,
          language: row.language === 'en' ? 'en' : 'vi',
          timeZone: row.time_zone,
        },
      ]),
    ),
    teams: new Map(
      teams.map((row): [string, DirectoryTeam] => [
        row.id,
        { id: row.id, name: row.name, parentId: row.parent_id, leaderId: row.leader_id },
      ]),
    ),
    roles: new Map(
      roles.map((row): [string, DirectoryRole] => [
        row.id,
        {
          id: row.id,
          key: row.key,
          name: row.name,
          administrator: row.administrator,
          rights: row.rights satisfies RoleRights,
        },
      ]),
    ),
  };
}
