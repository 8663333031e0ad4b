import { forbidden, invalid } from '#shared/errors.ts';
import type { Model, ModelObject } from '#shared/model.ts';
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
  /** What it was opened with: it holds for as long as model, people and rights are the same. */
  model: Model;
  plan: ImportPlan;
  options: ImportOptions;
  main: Role;
  parents: readonly Role[];
  children: readonly Role[];
  read: (row: TableRow) => ReadRow;
  /** Present in a dry run, which writes nothing. */
  memory?: Memory;
}

/** Begins a pass; refused when the actor may not (or no longer) do what is planned. */
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
  if (!ctx.access.of(object).import) throw forbidden();
  const targets = targetsOf(ctx, main);
  checkPlan(ctx, main, plan, targets);
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
    model: ctx.model,
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

/** The pass with the model and the rights of now; what it remembers of the rows before stays. */
export function renewSession(ctx: Ctx, session: Session): Session {
  // Rights and people are loaded together with the model.
  if (session.model === ctx.model) return session;
  const { importId: id, plan, options, main, memory } = session;
  const renewed = openSession(ctx, { id, object: main.object.key, plan, options }, false);
  return memory ? { ...renewed, memory } : renewed;
}

/** A column that was left out in silence because a right is gone would lose what stands in it. */
function checkPlan(
  { model }: Ctx,
  main: ModelObject,
  { columns }: ImportPlan,
  targets: ReadonlyMap<string, Target>,
): void {
  const missing = columns.filter(({ target }) => target !== null && !targets.has(target));
  if (missing.length === 0) return;
  const gone = missing.filter(({ target }) => {
    const [first = '', second] = (target ?? '').split('.');
    const [object, key] = second === undefined ? [main, first] : [model.objects.get(first), second];
    return !object?.fields.has(key);
  });
  if (gone.length === 0) throw forbidden();
  throw invalid(gone.map(({ name }) => ({ path: `columns.${name}`, code: 'unknownField' })));
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
