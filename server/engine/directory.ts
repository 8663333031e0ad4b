/** People, teams and roles of a workspace as kept in memory with the model: small, and asked for on every request. */
export interface Directory {
  members: ReadonlyMap<string, DirectoryMember>;
  teams: ReadonlyMap<string, DirectoryTeam>;
  roles: ReadonlyMap<string, DirectoryRole>;
}

export interface DirectoryMember {
  id: string;
  userId: string | null;
  name: string;
  email: string;
  roleId: string;
  /** First one is the member's own: records they make get it. */
  teamIds: readonly string[];
  active: boolean;
  language: 'vi' | 'en';
  timeZone: string | null;
}

export interface DirectoryTeam {
  id: string;
  name: string;
  parentId: string | null;
  leaderId: string | null;
}

export interface DirectoryRole {
  id: string;
  key: string;
  name: string;
  administrator: boolean;
  rights: RoleRights;
}

/** How far a verb reaches. `below`: own team and the teams below it. */
export const scopes = ['none', 'own', 'team', 'below', 'all'] as const;
export type Scope = (typeof scopes)[number];

export interface ObjectRights {
  read: Scope;
  create: boolean;
  update: Scope;
  delete: Scope;
  export: boolean;
  import: boolean;
  /** Fields that are not plainly writable: `hidden` or `read`. */
  fields?: Readonly<Record<string, 'hidden' | 'read'>>;
}

/** Rights of a role: `*` stands for every object that has no line of its own. */
export type RoleRights = Readonly<Record<string, ObjectRights>>;

/** What a role may do with records of an object; undefined where it says nothing of it. */
export const rightsIn = (role: DirectoryRole | undefined, objectKey: string) =>
  role?.rights[objectKey] ?? role?.rights['*'];

/** A team and everything below it. */
export function teamsBelow(teams: ReadonlyMap<string, DirectoryTeam>, roots: readonly string[]) {
  const found = new Set(roots);
  // Parents may be listed after their children, so go on until nothing new is found.
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const team of teams.values()) {
      if (team.parentId !== null && found.has(team.parentId)) found.add(team.id);
    }
  }
  return [...found];
}
