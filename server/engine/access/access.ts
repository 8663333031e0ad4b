import type { Predicate } from '#shared/filter.ts';

/** `true`: every record; otherwise only what the predicate says. */
export type Reach = true | Predicate;

/** What a role gives of the records of one object, by verb. */
export interface Granted {
  read: Reach;
  update: Reach;
  delete: Reach;
}

/** What the actor may do with records of one object. */
export interface ObjectAccess extends Granted {
  /** Without what comes from records above; by it, what lies within them is reached. */
  granted: Granted;
  create: boolean;
  export: boolean;
  import: boolean;
  /** Fields that do not exist for the actor. */
  hidden: ReadonlySet<string>;
  /** Fields the actor sees but may not change. */
  readOnly: ReadonlySet<string>;
}

export interface Access {
  /** Settings, members, rights: everything that is not a record. */
  administrator: boolean;
  of(object: string): ObjectAccess;
}
