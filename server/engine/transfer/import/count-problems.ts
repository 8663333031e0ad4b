import type { Ctx } from '../../context.ts';
import type { ProblemPhase } from './list-problems.ts';
import { loadImport } from './store.ts';

/** Cells of one column, or rows as a whole, that are wrong in the same way. */
export interface ProblemCount {
  code: string;
  column: string | null;
  rejects: boolean;
  count: number;
  rows: number;
}

/** What is wrong with an import by kind and column, what keeps rows out first. */
export async function countProblems(
  ctx: Ctx,
  importId: string,
  phase: ProblemPhase,
): Promise<{ rows: number; items: ProblemCount[] }> {
  await loadImport(ctx, importId);
  const of = ctx.tables
    .selectFrom('import_problem')
    .where('import_id', '=', importId)
    .where('phase', '=', phase);
  const found = await of
    .select(({ fn }) => [
      'code',
      'column_name',
      'rejects',
      fn.countAll<string>().as('count'),
      fn.count<string>('row').distinct().as('rows'),
    ])
    .groupBy(['code', 'column_name', 'rejects'])
    .orderBy('rejects', 'desc')
    .orderBy('count', 'desc')
    .orderBy('code')
    .execute();
  const [all] = await of
    .select(({ fn }) => fn.count<string>('row').distinct().as('rows'))
    .execute();
  return {
    rows: Number(all?.rows ?? 0),
    items: found.map(({ code, column_name: column, rejects, count, rows }) => ({
      code,
      column,
      rejects,
      count: Number(count),
      rows: Number(rows),
    })),
  };
}
