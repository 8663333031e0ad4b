import type { ScreenObject } from '#web/api/model.ts';
import type { ColumnChoice, Import, ImportOptions, OnMatch, PlannedColumn } from '../imports.ts';
import { keyFieldsOf, takesSeveral, type Target } from './targets.ts';

/** What a person has chosen so far and not sent. */
export interface MappingDraft {
  /** By the column's place in the file. */
  columns: Record<number, ColumnChoice>;
  match: string[] | undefined;
  onMatch: OnMatch;
  emptyClears: boolean;
  dates: ImportOptions['dates'];
  numbers: ImportOptions['numbers'];
  currency: string | undefined;
}

export const draftOf = ({ options, plan }: Import): MappingDraft => ({
  columns: {},
  match: options.match,
  onMatch: options.onMatch ?? plan?.onMatch ?? 'update',
  emptyClears: options.emptyClears ?? false,
  dates: options.dates,
  numbers: options.numbers,
  currency: options.currency,
});

export const choiceOf = (draft: MappingDraft, column: PlannedColumn): ColumnChoice =>
  draft.columns[column.index] ?? column;

/** Targets that no column goes to, and those that take several columns. */
export function freeTargets(
  draft: MappingDraft,
  columns: readonly PlannedColumn[],
  targets: readonly Target[],
): Target[] {
  const taken = new Set(columns.map((column) => choiceOf(draft, column).target));
  return targets.filter((target) => !taken.has(target.path));
}

/** Sends a column to a target; another column that went there is left out. */
export function chooseTarget(
  draft: MappingDraft,
  columns: readonly PlannedColumn[],
  column: PlannedColumn,
  target: Target | undefined,
): { draft: MappingDraft; takenFrom: PlannedColumn | undefined } {
  const { onProblem } = choiceOf(draft, column);
  const next: MappingDraft['columns'] = {
    ...draft.columns,
    [column.index]: { target: target?.path ?? null, ...(onProblem && { onProblem }) },
  };
  const takenFrom =
    target && !takesSeveral(target)
      ? columns.find(
          (other) => other.index !== column.index && choiceOf(draft, other).target === target.path,
        )
      : undefined;
  if (takenFrom) next[takenFrom.index] = { target: null };
  return { draft: { ...draft, columns: next }, takenFrom };
}

export function changeChoice(
  draft: MappingDraft,
  column: PlannedColumn,
  change: Partial<ColumnChoice>,
): MappingDraft {
  const { target, onMissing, onProblem, values } = { ...choiceOf(draft, column), ...change };
  const choice: ColumnChoice = {
    target,
    ...(onMissing && { onMissing }),
    ...(onProblem && { onProblem }),
    ...(values && { values }),
  };
  return { ...draft, columns: { ...draft.columns, [column.index]: choice } };
}

/** Keys that rows can be matched by, as far as columns go to them. */
export function matchable(
  draft: MappingDraft,
  columns: readonly PlannedColumn[],
  object: ScreenObject,
): { keys: string[]; chosen: string[] } {
  const mapped = new Set(columns.map((column) => choiceOf(draft, column).target));
  const keys = keyFieldsOf(object).filter(({ key }) => mapped.has(key));
  const sure = keys.filter((each) => each.sure).map(({ key }) => key);
  return {
    keys: keys.map(({ key }) => key),
    chosen: draft.match?.filter((key) => mapped.has(key)) ?? sure,
  };
}

/** What is sent: only what differs, and every column without a target, so that none is suggested behind one's back. */
export function optionsOf(draft: MappingDraft, made: Import, object: ScreenObject): ImportOptions {
  const columns = made.plan?.columns ?? [];
  const named: NonNullable<ImportOptions['columns']> = {};
  for (const column of columns) {
    const own = draft.columns[column.index];
    if (own) named[column.name] = own;
    else if (column.target === null) named[column.name] = { target: null };
  }
  // Of two columns of one name neither may be told without the other.
  for (const { name, target, onMissing, onProblem, values } of columns) {
    const [, first] = /^(.*) \(2\)$/.exec(name) ?? [];
    if (first === undefined || named[first] === undefined || named[name] !== undefined) continue;
    named[name] = {
      target,
      ...(onMissing && { onMissing }),
      ...(onProblem && { onProblem }),
      ...(values && { values }),
    };
  }
  const { dates, numbers, currency, match, onMatch, emptyClears } = draft;
  return {
    ...(Object.keys(named).length > 0 && { columns: named }),
    ...(match && { match: matchable(draft, columns, object).chosen }),
    onMatch,
    emptyClears,
    ...(dates && { dates }),
    ...(numbers && { numbers }),
    ...(currency !== undefined && { currency }),
  };
}

/** Whether there is anything that the last dry run did not know. */
export const isChanged = (draft: MappingDraft, made: Import): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(made));

/** Fields a new record must have and that no column fills. */
export function missingFields(
  draft: MappingDraft,
  columns: readonly PlannedColumn[],
  object: ScreenObject,
): string[] {
  const mapped = new Set(columns.map((column) => choiceOf(draft, column).target));
  return object.fields
    .filter(
      (field) =>
        field.required &&
        field.writable &&
        field.kind !== 'autoNumber' &&
        !('default' in field && field.default !== undefined) &&
        !mapped.has(field.key),
    )
    .map(({ key }) => key);
}
