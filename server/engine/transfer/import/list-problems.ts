import { invalid } from '#shared/errors.ts';
import { importProblemText, type ImportProblemCode } from '#shared/messages/imports.ts';
import type { Ctx } from '../../context.ts';
import { loadImport } from './store.ts';
import type { Problem } from './types.ts';

export type ProblemPhase = 'check' | 'run' | 'undo';
export interface ShownProblem extends Problem {
  /** Why, in the actor's language. */
  message: string;
}

const cursorForm = /^(-?\d{1,9})\.(\d{1,9})$/;

/** What is wrong with the rows of an import, in the order of the file. */
export async function listProblems(
  ctx: Ctx,
  importId: string,
  phase: ProblemPhase,
  { cursor, limit = 100 }: { cursor?: string | undefined; limit?: number | undefined } = {},
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
    items: shown.map((each): ShownProblem => {
      // Written by `addProblems` only.
      const code = each.code as ImportProblemCode;
      return {
        row: each.row,
        rejects: each.rejects,
        column: each.column_name,
        value: each.value,
        code,
        params: each.params,
        message: importProblemText(code, each.params, ctx.actor.language),
      };
    }),
    nextCursor: rows.length > limit && last ? `${last.row}.${last.number}` : null,
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
