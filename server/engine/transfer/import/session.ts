import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findObject } from '../../records/find-object.ts';
import type { TableRow } from '../read/table.ts';
import { keyFields } from './key-fields.ts';
import { newMemory, type Memory } from './memory.ts';
import { rowReader, type ReadRow } from './read-row.ts';
import { targetsOf, type Relative, type Target } from './targets.ts';
import type { ImportOptions, ImportPlan } from './types.ts';

/** What one object's records are told apart by in this file. */
export interface Role {
  object: ModelObject;
  /** Fields to match by, best first. */
  keys: readonly string[];
  /** A found record: changed, or only linked to. */
  onMatch: 'create' | 'update' | 'skip';
  relative?: Relative;
}

/** One pass over a file. */
export interface Session {
  importId: string;
  plan: ImportPlan;
  options: ImportOptions;
  main: Role;
  parents: readonly Role[];
  children: readonly Role[];
  read: (row: TableRow) => ReadRow;
  /** Present in a dry run, which writes nothing. */
  memory?: Memory;
}

export function openSession(
  ctx: Ctx,
  {
    id,
    object,
    plan,
    options,
  }: { id: string; object: string; plan: ImportPlan; options: ImportOptions },
  dry: boolean,
): Session {
  const main = findObject(ctx, object);
  const targets = targetsOf(ctx, main);
  const used = plan.columns.flatMap(({ target }) => targets.get(target ?? '') ?? []);
  const relatives = [
    ...new Map(
      used.flatMap(({ relative }) => (relative ? [[relative.object.key, relative] as const] : [])),
    ).values(),
  ];
  const roleOf = (relative: Relative): Role => ({
    object: relative.object,
    relative,
    keys: keyFields(relative.object)
      .filter(
        ({ key, sure }) =>
          sure &&
          used.some(({ object: each, field }) => each === relative.object && field.key === key),
      )
      .map(({ key }) => key)
      .filter((key) => relative.side === 'parent' || key !== relative.object.title),
    onMatch: relative.side === 'parent' ? 'skip' : plan.onMatch,
  });
  const roles = relatives.map(roleOf);
  const own = {
    object: main,
    keys: plan.onMatch === 'create' ? [] : plan.match,
    onMatch: plan.onMatch,
  };
  return {
    importId: id,
    plan,
    options,
    main: own,
    parents: roles.filter(({ relative }) => relative?.side === 'parent'),
    children: roles.filter(({ relative }) => relative?.side === 'child'),
    read: rowReader(ctx, plan, targets, options.emptyClears),
    ...(dry && {
      memory: newMemory(
        new Map([own, ...roles].map((role) => [role.object.key, soughtOf(role, used)])),
      ),
    }),
  };
}

/** Keys of the role, what must be unique, and whatever relation columns may name a record by. */
function soughtOf({ object, keys }: Role, used: readonly Target[]): ReadonlySet<string> {
  const named = used.some(
    ({ field }) =>
      (field.kind === 'relation' || field.kind === 'relations') &&
      field.key !== 'id' &&
      field.to === object.key,
  );
  const unique = [...object.fields.values()].filter(
    (field) => field.unique || field.kind === 'autoNumber',
  );
  return new Set([
    ...keys,
    ...unique.map(({ key }) => key),
    ...(named ? keyFields(object).map(({ key }) => key) : []),
  ]);
}
