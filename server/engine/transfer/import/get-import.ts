import { conflict, invalid } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { isId } from '../../records/get.ts';
import { withTransaction } from '../../transaction.ts';
import { queueImport } from './start-import.ts';
import { changeImport, loadImport, presentImport } from './store.ts';
import type { Import, ImportOptions } from './types.ts';

export const getImport = async (ctx: Ctx, id: string): Promise<Import> =>
  presentImport(ctx, await loadImport(ctx, id));

const defaultLimit = 50;

/** Imports the actor may see, newest first. */
export async function listImports(
  ctx: Ctx,
  {
    cursor,
    limit = defaultLimit,
  }: { cursor?: string | undefined; limit?: number | undefined } = {},
): Promise<{ items: Import[]; nextCursor: string | null }> {
  if (cursor !== undefined && !isId(cursor)) throw invalid([{ path: 'cursor', code: 'badCursor' }]);
  let query = ctx.tables
    .selectFrom('import')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('id', '<', cursor);
  if (!ctx.access.administrator) {
    query = query.where('created_by', '=', ctx.actor.kind === 'member' ? ctx.actor.id : null);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => presentImport(ctx, row)),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

interface Queueing {
  /** Leaves it to the caller to work it off with `runImportNow`. */
  here?: boolean;
}

/** Answers a question or maps columns otherwise; the file is read and checked again. */
export const changeImportOptions = (
  ctx: Ctx,
  id: string,
  options: ImportOptions,
  { here = false }: Queueing = {},
): Promise<Import> =>
  withTransaction(ctx, async (inside) => {
    const before = await loadImport(inside, id);
    // Read otherwise, the file has other columns: what was said of the old ones is of no use.
    const { columns: _, match: __, ...style } = before.options;
    const kept: ImportOptions = isReadOtherwise(before.options, options) ? style : before.options;
    const columns = { ...kept.columns, ...options.columns };
    const changed = await changeImport(
      inside,
      id,
      { state: ['needsChoice', 'checked'] },
      {
        state: 'waiting',
        options: {
          ...kept,
          ...options,
          ...(Object.keys(columns).length > 0 && { columns }),
        },
        questions: [],
        counts: {},
        done_to: 0,
      },
    );
    if (!changed) throw conflict();
    if (!here) await queueImport(inside, id);
    return presentImport(inside, changed);
  });

const isReadOtherwise = (before: ImportOptions, after: ImportOptions): boolean =>
  (['sheet', 'encoding', 'delimiter', 'headerRow'] as const).some(
    (name) => after[name] !== undefined && after[name] !== before[name],
  );

/** The word to write what the dry run has shown. */
export const approveImport = (
  ctx: Ctx,
  id: string,
  { here = false }: Queueing = {},
): Promise<Import> =>
  withTransaction(ctx, async (inside) => {
    await loadImport(inside, id);
    const changed = await changeImport(
      inside,
      id,
      { state: 'checked' },
      { state: 'running', done_to: 0 },
    );
    if (!changed) throw conflict();
    if (!here) await queueImport(inside, id);
    return presentImport(inside, changed);
  });
