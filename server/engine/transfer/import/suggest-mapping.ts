import { invalid } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import type { TableColumn } from '../read/table.ts';
import { bare, headingScore, headingWords, namesOf } from './heading-names.ts';
import { targetsOf, type Target } from './targets.ts';
import type { ImportOptions, PlannedColumn } from './types.ts';
import { fieldByValues } from './value-evidence.ts';

/** Below this a name is only a guess. */
const sure = 0.6;

/** What each column of the file is for: as told, by its heading, by its values; or said to be for nothing. */
export function suggestMapping(
  ctx: Ctx,
  main: ModelObject,
  columns: readonly TableColumn[],
  { columns: told = {}, onlyNamed = false }: ImportOptions,
): PlannedColumn[] {
  const targets = targetsOf(ctx, main);
  checkTold(told, columns, targets);
  const planned = columns.map(({ index, name, samples }): PlannedColumn => {
    const choice = told[name];
    const base = { index, name, samples: samples.slice(0, 5) };
    if (choice)
      return {
        ...base,
        ...choice,
        by: choice.target === null ? 'ignored' : 'given',
        confidence: 1,
      };
    return { ...base, target: null, by: 'notMapped', confidence: 0 };
  });
  if (onlyNamed) return planned;
  byNames(planned, [...targets.values()]);
  byValues(planned, columns, main, targets);
  return parentsInstead(planned, targets);
}

function checkTold(
  told: NonNullable<ImportOptions['columns']>,
  columns: readonly TableColumn[],
  targets: ReadonlyMap<string, Target>,
) {
  const names = new Set(columns.map(({ name }) => name));
  const errors = Object.entries(told).flatMap(([name, { target }]) => {
    if (!names.has(name))
      return [{ path: `columns.${name.slice(0, 60)}`, code: 'unknownField' as const }];
    if (target === null || targets.has(target)) return [];
    return [
      {
        path: `columns.${name}.target`,
        code: 'unknownField' as const,
        params: { field: target.slice(0, 60) },
      },
    ];
  });
  if (errors.length > 0) throw invalid(errors);
}

const isFree = (planned: readonly PlannedColumn[], { path, field }: Target) =>
  valueKind(field).join !== undefined || !planned.some(({ target }) => target === path);

/** The best pairs first. A bare name counts for a related object only once a heading has named that object. */
function byNames(planned: PlannedColumn[], targets: readonly Target[]): void {
  const names = targets.map((target) => ({ target, names: namesOf(target) }));
  const pairs = planned
    .filter(({ by }) => by === 'notMapped')
    .flatMap((column) => {
      const heading = headingWords(column.name);
      return names
        .map(({ target, names: each }) => ({ column, target, score: headingScore(heading, each) }))
        .filter(({ score }) => score >= sure);
    })
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        Number(Boolean(a.target.relative)) - Number(Boolean(b.target.relative)),
    );
  const named = (target: Target) =>
    planned.some((column) => column.target?.startsWith(`${target.object.key}.`));
  for (const { column, target, score } of pairs) {
    if (column.by !== 'notMapped' || !isFree(planned, target)) continue;
    if (target.relative && score <= bare && !named(target)) continue;
    Object.assign(column, {
      target: target.path,
      by: 'name',
      confidence: Math.round(score * 100) / 100,
    });
  }
}

function byValues(
  planned: PlannedColumn[],
  columns: readonly TableColumn[],
  main: ModelObject,
  targets: ReadonlyMap<string, Target>,
): void {
  for (const column of planned) {
    if (column.by !== 'notMapped') continue;
    const free = [...targets.values()].filter(
      (target) =>
        target.object === main && !planned.some(({ target: path }) => path === target.path),
    );
    const samples = columns[column.index]?.samples ?? [];
    const field = fieldByValues(
      samples,
      free.map((target) => target.field),
    );
    if (field) Object.assign(column, { target: field.key, by: 'values', confidence: 0.7 });
  }
}

/** A company's name beside its tax code means that company's record, not only a link to it. */
function parentsInstead(
  planned: readonly PlannedColumn[],
  targets: ReadonlyMap<string, Target>,
): PlannedColumn[] {
  return planned.map((column) => {
    const target = column.target === null ? undefined : targets.get(column.target);
    if (!target || target.relative || column.by === 'given' || target.field.kind !== 'relation')
      return column;
    const { to } = target.field;
    const path = `${to}.${[...targets.values()].find(({ relative }) => relative?.object.key === to)?.object.title}`;
    const beside = planned.some((other) => other !== column && other.target?.startsWith(`${to}.`));
    const free = targets.has(path) && !planned.some((other) => other.target === path);
    const links = targets.get(path)?.relative?.link.key === target.field.key;
    return beside && free && links ? { ...column, target: path } : column;
  });
}
