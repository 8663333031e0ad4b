import { sql, type RawBuilder, type Selectable } from 'kysely';
import { notFound } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { qualified } from '../../records/sql.ts';
import type { WorkspaceTables } from '../../schema/system-tables.ts';
import { whyFailed } from '#shared/messages/imports.ts';
import type { Import, ImportState, Problem } from './types.ts';

export type ImportRecord = Selectable<WorkspaceTables['import']>;

/** The import, of the actor's own or any for an administrator; for all others it does not exist. */
export async function loadImport(ctx: Ctx, id: string): Promise<ImportRecord> {
  const row = await ctx.tables
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !maySee(ctx, row)) throw notFound();
  return row;
}

const maySee = (
  { actor, access }: Ctx,
  { created_by }: Pick<ImportRecord, 'created_by'>,
): boolean => access.administrator || (actor.kind === 'member' && created_by === actor.id);

export const asJsonb = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`;

/** States in which a job has something to do. */
export const working: readonly ImportState[] = [
  'waiting',
  'reading',
  'checking',
  'running',
  'undoing',
];
export const isWorking = ({ state }: Pick<ImportRecord, 'state'>): boolean =>
  working.some((each) => each === state);

type Changes = Partial<
  Omit<ImportRecord, 'id' | 'options' | 'plan' | 'questions' | 'counts' | 'failure'>
> &
  Partial<Pick<ImportRecord, 'options' | 'plan' | 'questions' | 'counts' | 'failure'>>;

const asJson = new Set(['options', 'plan', 'questions', 'counts', 'failure']);

/**
 * Changes an import that is still as the caller saw it; gives false when it no longer is, because another process has
 * gone on with it or somebody cancelled it.
 */
export async function changeImport(
  ctx: Ctx,
  id: string,
  from: { state: ImportState | readonly ImportState[]; done_to?: number },
  changes: Changes,
): Promise<ImportRecord | undefined> {
  const values = Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [
      key,
      asJson.has(key) && value !== null ? asJsonb(value) : value,
    ]),
  );
  let query = ctx.tables
    .updateTable('import')
    .set({ ...values, updated_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('state', 'in', [from.state].flat());
  if (from.done_to !== undefined) query = query.where('done_to', '=', from.done_to);
  return query.returningAll().executeTakeFirst();
}

export async function addProblems(
  ctx: Ctx,
  importId: string,
  phase: 'check' | 'run' | 'undo',
  problems: readonly Problem[],
  numberFrom = 0,
): Promise<void> {
  if (problems.length === 0) return;
  const numbers = new Map<number, number>();
  const rows = problems.map(({ row, rejects, column, value, code, params }) => {
    const number = numbers.get(row) ?? numberFrom;
    numbers.set(row, number + 1);
    return { row, number, rejects, column_name: column, value, code, params };
  });
  await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'import_problem')} (import_id, phase, row, number, rejects, column_name, value, code, params)
     select $1::uuid, $2, p.row, p.number, p.rejects, p.column_name, p.value, p.code, p.params
     from jsonb_to_recordset($3::jsonb) as p(row int, number int, rejects boolean, column_name text, value text, code text, params jsonb)
     on conflict do nothing`,
    [importId, phase, JSON.stringify(rows)],
  );
}

export interface RowEntry {
  row: number;
  object: string;
  action: 'create' | 'update' | 'later' | 'link';
  record_id: string;
  version: number | null;
  wanted: Record<string, string> | null;
}

export async function addRows(
  ctx: Ctx,
  importId: string,
  rows: readonly RowEntry[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.prepared(
    `insert into ${qualified(ctx.workspace.schema, 'import_row')} (import_id, row, object, action, record_id, version, wanted)
     select $1::uuid, r.row, r.object, r.action, r.record_id, r.version, r.wanted
     from jsonb_to_recordset($2::jsonb) as r(row int, object text, action text, record_id uuid, version int, wanted jsonb)`,
    [importId, JSON.stringify(rows)],
  );
}

export function presentImport({ directory, actor }: Ctx, row: ImportRecord): Import {
  const { created_by } = row;
  return {
    id: row.id,
    object: row.object,
    // Written by the functions of this folder only.
    state: row.state as ImportState,
    fileName: row.file_name,
    size: row.size,
    options: row.options,
    plan: row.plan,
    questions: row.questions,
    counts: row.counts,
    total: row.total,
    doneTo: row.done_to,
    failure: row.failure && { ...row.failure, message: whyFailed(row.failure, actor.language) },
    createdAt: row.created_at,
    createdBy:
      created_by === null
        ? null
        : { id: created_by, title: directory.members.get(created_by)?.name ?? null },
    finishedAt: row.finished_at,
  };
}
