import { AppError } from '#shared/errors.ts';
import type { Ctx } from '../../context.ts';
import { qualified } from '../../records/sql.ts';
import { withTransaction } from '../../transaction.ts';
import type { TableReader, TableRow } from '../read/table.ts';
import { linkLater } from './link-later.ts';
import { processChunk, type Outcome } from './process-chunk.ts';
import { problem } from './read-row.ts';
import { renewSession, type Session } from './session.ts';
import { addProblems, addRows, changeImport, type ImportRecord } from './store.ts';
import { noRows, type ImportCounts, type RowCounts } from './types.ts';
import { writeOutcome } from './write-outcome.ts';

/** Another process has gone on with this import; this one leaves it alone. */
export class Overtaken extends Error {}

const chunkRows = 500;

/** Who imports, with the rights of now; refuses one who may not come in any more. */
export type Fresh = () => Promise<Ctx>;

/**
 * Takes the rows of a file from where the import stands, a chunk a transaction; the place reached is written in the
 * same transaction, so a killed process loses nothing and doubles nothing. Stops between chunks when asked to. Each chunk
 * is written with the rights of its moment, and none when they no longer cover what is planned.
 */
export async function runRows(
  fresh: Fresh,
  record: ImportRecord,
  opened: Session,
  reader: TableReader,
): Promise<'finished' | 'cancelled'> {
  const dry = opened.memory !== undefined;
  const phase = dry ? 'check' : 'run';
  const later: Outcome['later'] = [];
  let current = record;
  let session = opened;

  async function renew(): Promise<Ctx> {
    const now = await fresh();
    session = renewSession(now, session);
    return now;
  }

  /** One transaction; when something only writing finds stands in the way, its halves, down to the row. */
  async function take(rows: readonly TableRow[]): Promise<void> {
    const ctx = await renew();
    try {
      current = await withTransaction(ctx, async (inside) => {
        await inside.db.query(indexesOnly, []);
        const outcome = await processChunk(inside, session, rows);
        if (dry) later.push(...outcome.later);
        else await writeOutcome(inside, { importId: record.id, main: record.object }, outcome);
        await addProblems(inside, record.id, phase, outcome.problems);
        return advance(inside, rows, outcome.counts);
      });
    } catch (error) {
      if (!isOfRows(error)) throw error;
      if (rows.length > 1) {
        const half = Math.ceil(rows.length / 2);
        await take(rows.slice(0, half));
        await take(rows.slice(half));
        return;
      }
      current = await withTransaction(ctx, async (inside) => {
        await addProblems(
          inside,
          record.id,
          phase,
          rows.map(({ rowNumber }) => refusal(rowNumber, error)),
        );
        return advance(inside, rows, { ...noRows(), rejected: rows.length });
      });
    }
  }

  async function advance(
    inside: Ctx,
    rows: readonly TableRow[],
    more: RowCounts,
  ): Promise<ImportRecord> {
    const counts: ImportCounts = { ...current.counts, [phase]: sum(current.counts[phase], more) };
    const changed = await changeImport(
      inside,
      record.id,
      { state: dry ? 'checking' : 'running', done_to: current.done_to },
      { counts, done_to: rows.at(-1)?.rowNumber ?? current.done_to },
    );
    if (!changed) throw new Overtaken();
    return changed;
  }

  for await (const rows of reader.rows({ fromRow: current.done_to + 1 })) {
    if (current.cancel_asked) return 'cancelled';
    await take(rows);
  }
  if (dry) {
    for (let i = 0; i < later.length; i += chunkRows) {
      const ctx = await renew();
      const { problems } = await linkLater(ctx, session, later.slice(i, i + chunkRows));
      await addProblems(ctx, record.id, phase, problems, afterRows);
    }
    return 'finished';
  }
  return linkAll(fresh, record, session);
}

/** Problems of the second pass follow those that a row has already. */
const afterRows = 1000;

async function linkAll(
  fresh: Fresh,
  record: ImportRecord,
  opened: Session,
): Promise<'finished' | 'cancelled'> {
  let session = opened;
  for (;;) {
    const ctx = await fresh();
    session = renewSession(ctx, session);
    const left = await withTransaction(ctx, async (inside) => {
      const claimed = await changeImport(inside, record.id, { state: 'running' }, {});
      if (!claimed) throw new Overtaken();
      if (claimed.cancel_asked) return 'cancelled' as const;
      const table = qualified(ctx.workspace.schema, 'import_row');
      const rows = await inside.db.query(
        `delete from ${table} where ctid = any(array(select ctid from ${table}
           where import_id = $1 and action = 'later' order by row limit ${chunkRows})) returning row, record_id, wanted`,
        [record.id],
      );
      if (rows.length === 0) return 'finished' as const;
      // Written by `addRows` only.
      const entries = rows.map(([row, id, wanted]) => ({
        row: Number(row),
        id: String(id),
        wanted: wanted as Record<string, string>,
      }));
      const { problems, linked, made } = await linkLater(inside, session, entries);
      await addRows(inside, record.id, [
        ...made.map(({ row, id }) => ({
          row,
          object: record.object,
          action: 'create' as const,
          record_id: id,
          version: 1,
          wanted: null,
        })),
        ...[...linked].map(([id, version]) => ({
          row: entries.find((entry) => entry.id === id)?.row ?? 0,
          object: record.object,
          action: 'link' as const,
          record_id: id,
          version,
          wanted: null,
        })),
      ]);
      await addProblems(inside, record.id, 'run', problems, afterRows);
      return undefined;
    });
    if (left) return left;
  }
}

/** Statistics lag behind a table that is being filled: a scan of what was empty a minute ago would be chosen for each chunk. */
const indexesOnly = 'set local enable_seqscan = off';

/** Errors that some row of the chunk is to blame for. */
const rowErrors = new Set(['conflict', 'invalid', 'forbidden', 'notFound', 'stale', 'inUse']);
const isOfRows = (error: unknown): error is AppError =>
  error instanceof AppError && rowErrors.has(error.code);

function refusal(row: number, { code, errors }: AppError) {
  const [first] = errors;
  if (first) return problem(row, first.path || null, null, first);
  return problem(row, null, null, { code: code === 'forbidden' ? 'forbidden' : 'notFound' });
}

function sum(a: RowCounts = noRows(), b: RowCounts): RowCounts {
  const related = { ...a.related };
  for (const [key, { created, updated, unchanged }] of Object.entries(b.related)) {
    const before = related[key] ?? { created: 0, updated: 0, unchanged: 0 };
    related[key] = {
      created: before.created + created,
      updated: before.updated + updated,
      unchanged: before.unchanged + unchanged,
    };
  }
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    skipped: a.skipped + b.skipped,
    rejected: a.rejected + b.rejected,
    duplicates: a.duplicates + b.duplicates,
    related,
  };
}
