import { valueKind } from '#shared/fields/index.ts';
import type { Parsed, Refusal, TextStyle } from '#shared/fields/kind.ts';
import { readList } from '#shared/fields/list.ts';
import { fold, nfc } from '#shared/locale/text.ts';
import type { ModelField } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { sqlKind } from '../../fields/index.ts';
import { references } from '../../records/references.ts';
import type { Values } from '../../records/rules.ts';
import type { CellType, TableRow } from '../read/table.ts';
import { partRank } from './heading-names.ts';
import type { Target } from './targets.ts';
import type { ImportPlan, PlannedColumn, Problem } from './types.ts';

/** Texts in a relation column: whose records they name is found for a whole chunk at once. */
export interface Wanted {
  field: ModelField;
  texts: string[];
  column: PlannedColumn;
}

/** What a row says about one object. */
export interface Part {
  values: Values;
  wanted: Wanted[];
  /** Relations whose texts name several records. */
  choices: { field: ModelField; column: PlannedColumn; texts: string[]; ids: string[][] }[];
  /** Relations to records that may come with a later row: texts by field. */
  later: Record<string, string>;
  /** Fields that hold the id of a record that is not in the database yet. */
  tied: Set<string>;
}

export interface ReadRow {
  row: number;
  /** By object key; an object whose cells are all empty is not there. */
  parts: Map<string, Part>;
  problems: Problem[];
}

interface Reader {
  column: PlannedColumn;
  target: Target;
  /** The column before this one that goes to the same field. */
  further: boolean;
}

/** Makes the reading of rows once for all of a file. */
export function rowReader(
  ctx: Ctx,
  plan: ImportPlan,
  targets: ReadonlyMap<string, Target>,
  emptyClears = false,
): (row: TableRow) => ReadRow {
  const readers = plan.columns
    .flatMap((column) => {
      const target = targets.get(column.target ?? '');
      return target ? [{ column, target, rank: partRank(target.field, column.name) }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map((reader, at, all): Reader => {
      const further = all.slice(0, at).some(({ target }) => target.path === reader.target.path);
      return { ...reader, further };
    });
  const onTheMap = readers.filter(
    ({ target, further }) => !further && sqlKind(target.field).complete !== undefined,
  );
  const people = peopleByName(ctx);
  return (row) => {
    const read: ReadRow = { row: row.rowNumber, parts: new Map(), problems: [] };
    if (row.extraCells) {
      read.problems.push(
        problem(read.row, null, row.extraCells.join(' | '), { code: 'extraCells' }),
      );
    }
    const opened = new Map<string, Part>();
    for (const { column, target, further } of readers) {
      const cell = row.cells[column.index] ?? '';
      const { object, field } = target;
      const part = opened.get(object.key) ?? newPart();
      opened.set(object.key, part);
      if (cell.trim() === '') {
        if (emptyClears && !further && field.key !== 'id') part.values[field.key] = null;
        continue;
      }
      read.parts.set(object.key, part);
      const reference = references[field.kind];
      if (reference?.to === 'record' && field.key !== 'id') {
        const texts = reference.many ? readList(cell) : [nfc(cell)];
        part.wanted.push({ field, texts, column });
        continue;
      }
      const alone =
        reference && field.key !== 'id'
          ? people(column, field, cell)
          : cellValue(column, field, cell, row.types?.[column.index], plan.style);
      if (alone.ok && alone.value === null) continue;
      const parsed = further ? joined(field, part.values[field.key], alone) : alone;
      if (parsed.ok) part.values[field.key] = parsed.value;
      else {
        for (const refusal of onlyOnce(parsed.refusals)) {
          const refused = problem(read.row, column.name, cell, refusal);
          refused.rejects = column.onProblem !== 'empty';
          read.problems.push(refused);
        }
      }
    }
    for (const { target } of onTheMap) implied(ctx, opened.get(target.object.key), target.field);
    return read;
  };
}

/** An address gets what it implies at once: compared with the one that is there, it would be another for ever. */
function implied(ctx: Ctx, part: Part | undefined, field: ModelField): void {
  const value = part?.values[field.key] ?? null;
  if (!part || value === null || !ctx.places) return;
  // What it gets wrong is told where the record is written.
  const whole = sqlKind(field).complete?.(value, ctx.places);
  if (whole?.ok) part.values[field.key] = whole.value;
}

/** Two wrong numbers in one cell are said with one sentence. */
const onlyOnce = (refusals: readonly Refusal[]): Refusal[] => [
  ...new Map(
    refusals.map((refusal) => [JSON.stringify([refusal.code, refusal.params]), refusal]),
  ).values(),
];

export const newPart = (values: Values = {}): Part => ({
  values,
  wanted: [],
  choices: [],
  later: {},
  tied: new Set(),
});

/** A further column of the same field adds to what the ones before it said. */
function joined(field: ModelField, before: unknown, alone: Parsed<unknown>): Parsed<unknown> {
  const kind = valueKind(field);
  if (!alone.ok || !kind.join || before === undefined || before === null) return alone;
  return kind.parse(kind.join(before, alone.value), field);
}

const machine = { numbers: 'en', dates: 'ymd' } as const;

export function cellValue(
  column: PlannedColumn,
  field: ModelField,
  cell: string,
  type: CellType | undefined,
  style: TextStyle,
): Parsed<unknown> {
  const kind = valueKind(field);
  const chosen = column.values?.[nfc(cell)];
  if (chosen === null) return { ok: true, value: null };
  if (chosen !== undefined) return kind.parse(chosen, field);
  // What a spreadsheet says is a number or a day is written in the form of programs.
  if (type === undefined || type === 'string') return kind.fromText(cell, field, style);
  const parsed = kind.fromText(cell, field, { ...style, ...machine });
  return parsed.ok ? parsed : kind.fromText(cell, field, style);
}

/** Members and teams by name, address or id, or as was chosen for a text: they are in memory. */
function peopleByName(ctx: Ctx) {
  const { members, teams } = ctx.directory;
  const byText = { member: new Map<string, string>(), team: new Map<string, string>() };
  for (const { id, name, email, active } of members.values()) {
    if (active) for (const text of [name, email, id]) byText.member.set(fold(text), id);
  }
  for (const { id, name } of teams.values())
    for (const text of [name, id]) byText.team.set(fold(text), id);
  return ({ values }: PlannedColumn, field: ModelField, cell: string): Parsed<unknown> => {
    const reference = references[field.kind];
    const known = reference?.to === 'team' ? byText.team : byText.member;
    const texts = reference?.many ? readList(cell) : [cell];
    const found = texts.map((text) => {
      const chosen = values?.[nfc(text)];
      return chosen === null ? null : known.get(fold(chosen ?? text));
    });
    const refusals = texts.flatMap((text, i): Refusal[] =>
      found[i] === undefined ? [{ code: 'notFound', params: { value: text } }] : [],
    );
    if (refusals.length > 0) return { ok: false, refusals };
    const ids = found.filter((id) => id !== null);
    return { ok: true, value: reference?.many ? ids : (ids[0] ?? null) };
  };
}

const longestShown = 200;

export const problem = (
  row: number,
  column: string | null,
  value: string | null,
  { code, params }: Pick<Refusal, 'params'> & { code: Problem['code'] },
  rejects = true,
): Problem => ({
  row,
  rejects,
  column,
  value: value === null ? null : value.slice(0, longestShown),
  code,
  params: params ?? {},
});
