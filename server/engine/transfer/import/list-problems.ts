import type { Selectable } from 'kysely';
import { invalid } from '#shared/errors.ts';
import { importProblemText, type ImportProblemCode } from '#shared/messages/imports.ts';
import type { Ctx } from '../../context.ts';
import type { WorkspaceTables } from '../../schema/system-tables.ts';
import { loadImport } from './store.ts';
import type { Problem } from './types.ts';

export type ProblemPhase = 'check' | 'run' | 'undo';
export interface ShownProblem extends Problem {
  /** Why, in the actor's language. */
  message: string;
}

/** Which of them; a column of null stands for rows that are wrong as a whole. */
export interface ProblemFilter {
  code?: string | undefined;
  column?: string | null | undefined;
}

const cursorForm = /^(-?\d{1,9})\.(\d{1,9})$/;

/** What is wrong with the rows of an import, in the order of the file. */
export async function listProblems(
  ctx: Ctx,
  importId: string,
  phase: ProblemPhase,
  {
    cursor,
    limit = 100,
    code,
    column,
  }: ProblemFilter & { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<{ items: ShownProblem[]; nextCursor: string | null }> {
  await loadImport(ctx, importId);
  const [, row, number] = cursorForm.exec(cursor ?? '') ?? [];
  if (cursor !== undefined && row === undefined) {
    throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  }
  let query = ctx.tables
    .selectFrom('import_problem')
    .selectAll()
    .where('import_id', '=', importId)
    .where('phase', '=', phase)
    .orderBy('row')
    .orderBy('number')
    .limit(limit + 1);
  if (code !== undefined) query = query.where('code', '=', code);
  if (column === null) query = query.where('column_name', 'is', null);
  else if (column !== undefined) query = query.where('column_name', '=', column);
  if (row !== undefined) {
    query = query.where((each) =>
      each.or([
        each('row', '>', Number(row)),
        each.and([each('row', '=', Number(row)), each('number', '>', Number(number))]),
      ]),
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((each) => presentProblem(ctx, each)),
    nextCursor: rows.length > limit && last ? `${last.row}.${last.number}` : null,
  };
}

export function presentProblem(
  { actor }: Ctx,
  row: Selectable<WorkspaceTables['import_problem']>,
): ShownProblem {
  // Written by `addProblems` only.
  const code = row.code as ImportProblemCode;
  return {
    row: row.row,
    rejects: row.rejects,
    column: row.column_name,
    value: row.value,
    code,
    params: row.params,
    message: importProblemText(code, row.params, actor.language),
  };
}

/** All of them, a page in memory at a time. */
export async function* eachProblem(
  ctx: Ctx,
  importId: string,
  phase: ProblemPhase,
): AsyncGenerator<ShownProblem> {
  let cursor: string | undefined;
  do {
    const page = await listProblems(ctx, importId, phase, { cursor, limit: 1000 });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
