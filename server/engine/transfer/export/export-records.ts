import { Readable, type Transform } from 'node:stream';
import { forbidden, unavailable } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findObject, scopeOf, tableOf } from '../../records/find-object.ts';
import { orderSql } from '../../records/keyset.ts';
import type { ListQuery } from '../../records/list.ts';
import { matchSql } from '../../records/match-sql.ts';
import { nameLinks } from '../../records/name-links.ts';
import { selectionOf } from '../../records/selection.ts';
import { parseSort } from '../../records/sort.ts';
import type { CellValue } from '../write/table-column.ts';
import { csvWriter } from '../write/write-csv.ts';
import { xlsxWriter } from '../write/write-xlsx.ts';
import { exportColumns, type ColumnOptions } from './export-columns.ts';

export interface ExportQuery extends Pick<ListQuery, 'where' | 'sort' | 'q'>, ColumnOptions {}

export interface Export {
  /** `accounts-2026-11-21.csv`. */
  fileName: string;
  contentType: string;
  content: Readable;
  /** Records written so far; all of them once the content has ended. */
  count: () => number;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const fetchRows = 500;
/** Each holds a connection until its reader has everything. */
const mostAtOnce = 3;
let running = 0;

/**
 * Every record the actor may see that fits the query, as a file: one snapshot, read through a cursor as fast as the
 * reader takes it and no faster, in constant memory. Ends when the content is destroyed.
 */
export async function exportRecords(
  ctx: Ctx,
  objectKey: string,
  query: ExportQuery,
): Promise<Export> {
  const object = findObject(ctx, objectKey);
  if (!ctx.access.of(object.key).export) throw forbidden();
  const columns = exportColumns(ctx, object, query);
  const source = await openCursor(
    ctx,
    object,
    query,
    columns.map(({ key }) => key),
  );
  let count = 0;
  async function* cells(): AsyncGenerator<CellValue[]> {
    for await (const rows of source) {
      for (const record of rows) yield columns.map(({ key, cell }) => cell(record[key]));
      count += rows.length;
    }
  }
  const writer: Transform =
    query.format === 'xlsx'
      ? xlsxWriter(columns, { title: object.pluralLabel[ctx.actor.language] })
      : csvWriter(columns);
  const rows = Readable.from(cells());
  rows.on('error', (error) => writer.destroy(error));
  writer.on('close', () => {
    rows.destroy();
    // Rows that were never asked for do not end by themselves.
    void source.end();
  });
  rows.pipe(writer);
  return {
    fileName: `${object.path}-${dayOf(ctx)}.${query.format}`,
    contentType: contentTypes[query.format],
    content: writer,
    count: () => count,
  };
}

const dayOf = ({ now, actor }: Ctx): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(actor.timeZone)
    .toPlainDate()
    .toString();

/** Opens the snapshot before anything is answered, so that a wrong query is still an error and not a broken file. */
async function openCursor(
  ctx: Ctx,
  object: ModelObject,
  query: ExportQuery,
  keys: readonly string[],
) {
  const scope = scopeOf(ctx, object);
  const terms = parseSort(ctx, object, query.sort);
  const selection = selectionOf(scope, keys);
  const matching = matchSql(scope, query);
  const text =
    `declare export_rows no scroll cursor for select ${selection.columns}` +
    ` from ${tableOf(ctx, object)} t${selection.joins} where ${matching}` +
    ` order by ${orderSql(terms, { phase: 'all' }, 't')}`;
  if (running >= mostAtOnce) throw unavailable(10);
  running += 1;
  const client = await ctx.db.pool.connect().catch((error: unknown) => {
    running -= 1;
    throw error;
  });
  let open = true;
  const end = async (): Promise<void> => {
    if (!open) return;
    open = false;
    running -= 1;
    // A connection that cannot roll back is not given to anyone else.
    const failed = await client.query('rollback').then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    );
    client.release(failed);
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query({ text, values: scope.params.values });
  } catch (error) {
    await end();
    throw error;
  }
  async function* rows() {
    try {
      for (;;) {
        const { rows: cells } = await client.query<unknown[]>({
          text: `fetch ${fetchRows} from export_rows`,
          rowMode: 'array',
        });
        if (cells.length === 0) return;
        const records = cells.map((row) => selection.read(ctx, row));
        await nameLinks(ctx, object, records);
        yield records;
      }
    } finally {
      await end();
    }
  }
  const generator = rows();
  return { [Symbol.asyncIterator]: () => generator, end };
}
