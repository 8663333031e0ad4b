import { AppError, invalid } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { TextStyle } from '#shared/fields/kind.ts';
import type { Ctx } from '../../context.ts';
import { findObject } from '../../records/find-object.ts';
import { references } from '../../records/references.ts';
import type { TableReader, TableRow } from '../read/table.ts';
import {
  presentProblem,
  type ProblemFilter,
  type ProblemPhase,
  type ShownProblem,
} from './list-problems.ts';
import { withSource } from './open-source.ts';
import { cellValue } from './read-row.ts';
import { loadImport } from './store.ts';
import { targetsOf } from './targets.ts';
import type { PlannedColumn } from './types.ts';

export interface PreviewQuery extends ProblemFilter {
  phase: ProblemPhase;
  /** Only rows in which something is wrong; implied by `code` and `column`. */
  problems?: boolean | undefined;
  /** Row behind which the page begins. */
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface PreviewRow {
  row: number;
  /** One per column: as in the file, and where that differs as it will be kept, in words and as a value. */
  cells: { text: string; becomes: string | null; value?: unknown }[];
  problems: ShownProblem[];
}

/** Rows of the file beside what they become, so that a person sees what an import will do to them. */
export async function previewRows(
  ctx: Ctx,
  id: string,
  { phase, problems = false, code, column, cursor, limit = 50 }: PreviewQuery,
): Promise<{ items: PreviewRow[]; nextCursor: string | null }> {
  const record = await loadImport(ctx, id);
  const { stored, plan, options } = record;
  if (stored === null || !plan) throw new AppError('gone');
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  const after = Number(cursor ?? 0);
  const filtered = problems || code !== undefined || column !== undefined;
  const wanted = filtered
    ? await wrongRows(ctx, id, { phase, code, column, after, limit: limit + 1 })
    : undefined;
  const read =
    wanted?.length === 0
      ? []
      : await withSource(ctx, stored, options, (reader) =>
          takeRows(reader, after, limit + 1, wanted && new Set(wanted)),
        );
  const shown = read.slice(0, limit);
  const found = await problemsOf(
    ctx,
    id,
    phase,
    shown.map(({ rowNumber }) => rowNumber),
  );
  const becomes = cellsOf(ctx, record.object, plan.columns, plan.style);
  return {
    items: shown.map((row) => ({
      row: row.rowNumber,
      cells: becomes(row),
      problems: found.get(row.rowNumber) ?? [],
    })),
    nextCursor: read.length > limit ? String(shown.at(-1)?.rowNumber) : null,
  };
}

async function wrongRows(
  ctx: Ctx,
  id: string,
  {
    phase,
    code,
    column,
    after,
    limit,
  }: ProblemFilter & { phase: ProblemPhase; after: number; limit: number },
): Promise<number[]> {
  let query = ctx.tables
    .selectFrom('import_problem')
    .select('row')
    .distinct()
    .where('import_id', '=', id)
    .where('phase', '=', phase)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit);
  if (code !== undefined) query = query.where('code', '=', code);
  if (column === null) query = query.where('column_name', 'is', null);
  else if (column !== undefined) query = query.where('column_name', '=', column);
  return (await query.execute()).map(({ row }) => row);
}

async function takeRows(
  reader: TableReader,
  after: number,
  most: number,
  wanted: ReadonlySet<number> | undefined,
): Promise<TableRow[]> {
  const first = wanted ? Math.min(...wanted) : after + 1;
  const need = wanted?.size ?? most;
  const taken: TableRow[] = [];
  for await (const chunk of reader.rows({ fromRow: first })) {
    taken.push(...chunk.filter(({ rowNumber }) => wanted?.has(rowNumber) ?? true));
    if (taken.length >= need) break;
  }
  return taken.slice(0, most);
}

async function problemsOf(
  ctx: Ctx,
  id: string,
  phase: ProblemPhase,
  rows: readonly number[],
): Promise<Map<number, ShownProblem[]>> {
  if (rows.length === 0) return new Map();
  const found = await ctx.tables
    .selectFrom('import_problem')
    .selectAll()
    .where('import_id', '=', id)
    .where('phase', '=', phase)
    .where('row', 'in', rows)
    .orderBy('row')
    .orderBy('number')
    .execute();
  return Map.groupBy(
    found.map((each) => presentProblem(ctx, each)),
    ({ row }) => row,
  );
}

/** References are found among all records when the file is checked; here their text stays as it is. */
function cellsOf(
  ctx: Ctx,
  objectKey: string,
  columns: readonly PlannedColumn[],
  style: TextStyle,
): (row: TableRow) => PreviewRow['cells'] {
  const targets = targetsOf(ctx, findObject(ctx, objectKey));
  // As the screens write it, whatever the file's own style.
  const shown: TextStyle = { ...style, dates: 'dmy', numbers: ctx.actor.language };
  return ({ cells, types }) =>
    columns.map((column) => {
      const text = cells[column.index] ?? '';
      const field = targets.get(column.target ?? '')?.field;
      if (!field || text.trim() === '' || references[field.kind]) return { text, becomes: null };
      const parsed = cellValue(column, field, text, types?.[column.index], style);
      if (!parsed.ok) return { text, becomes: null };
      const becomes =
        parsed.value === null ? '' : asRead(valueKind(field).toText(parsed.value, field, shown));
      return becomes === text.trim()
        ? { text, becomes: null }
        : { text, becomes, value: parsed.value };
    });
}

/** Parts of a value stand between bars in a file; people read commas, and know their own country. */
const asRead = (text: string): string =>
  text.includes(' | ')
    ? text
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '' && part !== home)
        .join(', ')
    : text;
const home = 'VN';
