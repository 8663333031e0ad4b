import type { ObjectDefinition, RecordOf } from '#shared/define.ts';
import type { ValueError } from '#shared/errors.ts';
import type { Ctx } from '../context.ts';

/** Canonical values by field key; a missing or null value is empty. */
export type Values = Record<string, unknown>;

/** A record about to be written. `before` is null for a new one. */
export interface Change<V = Values> {
  readonly id: string;
  readonly before: Readonly<V> | null;
  /** Rules may set fields here. */
  after: V;
  /** Of one that is changed: which fields were written, be it what they were. */
  readonly given?: ReadonlySet<string>;
}

/** A wrong value of the change at `index`. */
export type RuleError = ValueError & {
  index: number;
  /** Looks wrong but may be what somebody has: refused when typed, let through with a warning from an import. */
  doubtful?: true;
};

/** Records about to become one. */
export interface Merge<V = Values> {
  readonly survivor: Readonly<V>;
  readonly others: readonly Readonly<V>[];
  after: V;
}

/** What an object asks for beyond its declaration. */
export interface ObjectRules<V = Values> {
  /** Derives and checks before writing; all changes of one call together. Returns every error with the change's index. */
  beforeWrite?(
    ctx: Ctx,
    changes: readonly Change<V>[],
  ): Promise<readonly RuleError[]> | readonly RuleError[];
  /** Further writes that belong to the same transaction. */
  afterWrite?(ctx: Ctx, changes: readonly Change<V>[]): Promise<void>;
  /**
   * Sets fields of the survivor of a merge for which neither its own value nor the first filled one is right, such as a
   * refusal to be called. Runs before `beforeWrite`; what a person chose is in `after` already.
   */
  beforeMerge?(ctx: Ctx, merge: Merge<V>): Promise<void> | void;
  /** Before records go to the trash: throws when they may not. */
  beforeRemove?(ctx: Ctx, ids: readonly string[]): Promise<void>;
}

export type Rules = ReadonlyMap<string, ObjectRules>;

/** Ties rules to a declaration, typed by its fields. */
export const defineRules = <D extends ObjectDefinition>(
  object: D,
  rules: ObjectRules<Partial<RecordOf<D>>>,
): [string, ObjectRules] => [
  object.key,
  // Values are canonical for the declared fields by the time rules run.
  rules as ObjectRules,
];
