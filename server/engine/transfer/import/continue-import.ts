import { AppError, forbidden, unauthenticated, type ErrorCode } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import type { Job } from '#engine/jobs/job.ts';
import { asSystem } from '../../access/as-system.ts';
import { notify } from '../../notices/notify.ts';
import { findObject } from '../../records/find-object.ts';
import { isId } from '../../records/get.ts';
import type { TableReader } from '../read/table.ts';
import { makePlan } from './make-plan.ts';
import { withSource } from './open-source.ts';
import { withDb, withTransaction } from '../../transaction.ts';
import { Overtaken, runRows, type Fresh } from './run-rows.ts';
import { openSession } from './session.ts';
import {
  changeImport,
  isWorking,
  loadImport,
  presentImport,
  working,
  type ImportRecord,
} from './store.ts';
import type { Import, ImportState } from './types.ts';
import { undoRows } from './undo-rows.ts';

/**
 * Takes an import on until it is finished or waits for somebody, whatever it was at. `fresh` gives the actor with the
 * rights of now; who has none to lose, such as the command line, needs none.
 */
export async function runImportNow(
  ctx: Ctx,
  id: string,
  fresh: Fresh = async () => nowOf(ctx),
): Promise<Import> {
  const record = await loadImport(ctx, id);
  if (!isWorking(record)) return presentImport(ctx, record);
  try {
    if (record.state === 'undoing') return presentImport(ctx, await undoRows(fresh, record));
    if (!ctx.access.of(record.object).import) throw forbidden();
    const { stored } = record;
    if (stored === null) throw new AppError('gone');
    const last = await withSource(ctx, stored, record.options, (reader) =>
      steps(ctx, fresh, record, reader),
    );
    return presentImport(ctx, last);
  } catch (error) {
    if (error instanceof Overtaken) return presentImport(ctx, await loadImport(ctx, id));
    if (!(error instanceof AppError) || passing.has(error.code)) throw error;
    await fail(ctx, id, error);
    return presentImport(ctx, await loadImport(ctx, id));
  }
}

/** What happens is of the moment of its chunk, not of that of the whole import. */
const nowOf = (ctx: Ctx): Ctx =>
  withDb({ ...ctx, now: new Date() }, ctx.db, (effect) => ctx.afterCommit(effect));

async function fail(ctx: Ctx, id: string, { code, params, errors }: AppError): Promise<void> {
  const failure = { code, params: { ...params }, errors };
  await changeImport(
    ctx,
    id,
    { state: working },
    { state: 'failed', failure, finished_at: new Date().toISOString() },
  );
}

/** Trouble that is gone when the job runs again. */
const passing = new Set<ErrorCode>(['unavailable', 'internal', 'storageFull', 'tooManyRequests']);

/** Reading, dry run and run, each from where it was left. */
async function steps(
  ctx: Ctx,
  fresh: Fresh,
  record: ImportRecord,
  reader: TableReader,
): Promise<ImportRecord> {
  let current = record;
  const move = async (changes: Parameters<typeof changeImport>[3]): Promise<void> => {
    // Written by the functions of this folder only.
    const next = await changeImport(
      ctx,
      record.id,
      { state: current.state as ImportState },
      changes,
    );
    if (!next) throw new Overtaken();
    current = next;
  };
  if (current.state === 'waiting') await move({ state: 'reading' });
  if (current.state === 'reading') {
    const main = findObject(ctx, record.object);
    const { plan, questions, total } = await makePlan(ctx, main, reader, record.options);
    if (questions.length > 0) {
      await move({ state: 'needsChoice', plan, questions, total });
      return current;
    }
    const straight = record.options.run === true && record.options.unchecked === true;
    await move({ state: straight ? 'running' : 'checking', plan, questions, total, done_to: 0 });
  }
  if (current.state === 'checking') {
    await forgetCheck(ctx, current);
    await move({ done_to: 0, counts: {} });
    const ended = await runRows(fresh, current, openSession(ctx, sessionOf(current), true), reader);
    if (ended === 'cancelled') {
      await move(ending('cancelled'));
      return current;
    }
    await move({ state: record.options.run ? 'running' : 'checked', done_to: 0 });
  }
  if (current.state === 'running') {
    const ended = await runRows(
      fresh,
      current,
      openSession(ctx, sessionOf(current), false),
      reader,
    );
    await move(ending(ended === 'cancelled' ? 'cancelled' : 'done'));
  }
  return current;
}

const ending = (state: ImportState) => ({ state, finished_at: new Date().toISOString() });

function sessionOf({ id, object, plan, options }: ImportRecord) {
  if (!plan) throw new AppError('gone');
  return { id, object, plan, options };
}

/** A dry run begins anew when it was left: what it remembered is gone. */
const forgetCheck = (ctx: Ctx, { id }: ImportRecord) =>
  withTransaction(ctx, (inside) =>
    inside.tables
      .deleteFrom('import_problem')
      .where('import_id', '=', id)
      .where('phase', '=', 'check')
      .execute(),
  );

export const importJob: Job = {
  name: 'import',
  async run(ctx, { importId }, fresh) {
    if (isId(importId)) await tellOfEnd(ctx, await runImportNow(ctx, importId, fresh));
  },
  async refused(ctx, { importId }) {
    if (isId(importId)) await fail(ctx, importId, unauthenticated());
  },
};

const toldStates = new Set<ImportState>(['done', 'failed']);

/** Whoever asked for it may have gone elsewhere meanwhile. Told once, also when the job runs again. */
async function tellOfEnd(ctx: Ctx, { id, state, createdBy, fileName }: Import): Promise<void> {
  if (createdBy === null || !toldStates.has(state)) return;
  await notify(asSystem(ctx, 'import'), [
    {
      member: createdBy.id,
      kind: 'jobDone',
      params: { job: 'import', state, id, name: fileName },
      key: `import:${id}:${state}`,
    },
  ]);
}
