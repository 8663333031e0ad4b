import type { Predicate } from '#shared/filter.ts';

/** `true`: every record; otherwise only what the predicate says. */
export type Reach = true | Predicate;

/** What the actor may do with records of one object. */
export interface ObjectAccess {
  read: Reach;
  update: Reach;
  delete: Reach;
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
