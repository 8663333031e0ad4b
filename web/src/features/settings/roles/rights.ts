/** How far a verb reaches, from nothing to everything; the place in this list is the key pressed for it. */
export const scopes = ['none', 'own', 'team', 'below', 'all'] as const;
export type Scope = (typeof scopes)[number];

export const verbs = ['read', 'create', 'update', 'delete', 'export', 'import'] as const;
export type Verb = (typeof verbs)[number];
export type ScopedVerb = 'read' | 'update' | 'delete';

export type FieldRight = 'hidden' | 'read' | 'write';

export interface ObjectRights {
  read: Scope;
  create: boolean;
  update: Scope;
  delete: Scope;
  export: boolean;
  import: boolean;
  /** Only fields that are not plainly writable. */
  fields?: Readonly<Record<string, 'hidden' | 'read'>>;
}

/** Rights of a role by key of the object; `everything` stands for each object without a line of its own. */
export type RoleRights = Readonly<Record<string, ObjectRights>>;
export const everything = '*';

export const noRights: ObjectRights = {
  read: 'none',
  create: false,
  update: 'none',
  delete: 'none',
  export: false,
  import: false,
};

export const fullLine: ObjectRights = {
  read: 'all',
  create: true,
  update: 'all',
  delete: 'all',
  export: true,
  import: true,
};

export const isScoped = (verb: Verb): verb is ScopedVerb =>
  verb === 'read' || verb === 'update' || verb === 'delete';

/** What holds for an object. */
export const lineOf = (rights: RoleRights, object: string): ObjectRights =>
  rights[object] ?? rights[everything] ?? noRights;

/** A cell of the grid: a scope, or for what is only allowed or not all or nothing. */
export function scopeOf(rights: RoleRights, object: string, verb: Verb): Scope {
  const value = lineOf(rights, object)[verb];
  if (typeof value === 'string') return value;
  return value ? 'all' : 'none';
}

/**
 * The rights with one cell changed. Nobody changes, removes or takes away what they may not see, or imports
 * what they may not create: less to see takes the others down with it, more to change lifts what is seen.
 */
export function withCell(rights: RoleRights, object: string, verb: Verb, to: Scope): RoleRights {
  const line = lineOf(rights, object);
  const before = rights[object] === undefined ? withoutFields(line) : line;
  return { ...rights, [object]: changed(before, verb, to) };
}

function changed(line: ObjectRights, verb: Verb, to: Scope): ObjectRights {
  const isOn = to !== 'none';
  switch (verb) {
    case 'read':
      return {
        ...line,
        read: to,
        update: narrower(line.update, to),
        delete: narrower(line.delete, to),
        export: line.export && isOn,
      };
    case 'create':
      return { ...line, create: isOn, import: line.import && isOn };
    case 'import':
      return { ...line, import: isOn, create: line.create || isOn };
    case 'export':
      return { ...line, export: isOn, read: isOn ? wider(line.read, 'own') : line.read };
    case 'update':
    case 'delete':
      return { ...line, [verb]: to, read: wider(line.read, to) };
  }
}

const rank = (scope: Scope): number => scopes.indexOf(scope);
const narrower = (a: Scope, b: Scope): Scope => (rank(a) < rank(b) ? a : b);
const wider = (a: Scope, b: Scope): Scope => (rank(a) > rank(b) ? a : b);

/** Back to the line of all other objects. */
export function withoutLine(rights: RoleRights, object: string): RoleRights {
  const { [object]: _, ...others } = rights;
  return others;
}

export const fieldRightOf = (rights: RoleRights, object: string, field: string): FieldRight =>
  rights[object]?.fields?.[field] ?? 'write';

export function withField(
  rights: RoleRights,
  object: string,
  field: string,
  right: FieldRight,
): RoleRights {
  const line = lineOf(rights, object);
  const { [field]: _, ...others } = rights[object]?.fields ?? {};
  const fields = right === 'write' ? others : { ...others, [field]: right };
  const bare = withoutFields(line);
  return { ...rights, [object]: Object.keys(fields).length > 0 ? { ...bare, fields } : bare };
}

function withoutFields(line: ObjectRights): ObjectRights {
  const { fields: _, ...bare } = line;
  return bare;
}

export const isSameCell = (a: RoleRights, b: RoleRights, object: string, verb: Verb): boolean =>
  scopeOf(a, object, verb) === scopeOf(b, object, verb);

/** Cells and fields of these objects that differ. */
export function countChanges(a: RoleRights, b: RoleRights, objects: readonly string[]): number {
  let count = 0;
  for (const object of objects) {
    count += verbs.filter((verb) => !isSameCell(a, b, object, verb)).length;
    const before = a[object]?.fields ?? {};
    const after = b[object]?.fields ?? {};
    const named = new Set([...Object.keys(before), ...Object.keys(after)]);
    count += [...named].filter((field) => before[field] !== after[field]).length;
  }
  return count;
}
