import type { OpenTableOptions, TableLimits, TableReader, TableRow } from './table.ts';
import { startSheetWorker } from './xlsx/ask-worker.ts';

const defaultTimeLimitMs = 20_000;
const workerHeapMb = 256;

export async function openXlsx(
  filePath: string,
  options: OpenTableOptions,
  limits: TableLimits,
): Promise<TableReader> {
  const worker = startSheetWorker(
    { filePath, sheet: options.sheet, headerRow: options.headerRow, limits },
    options.timeLimitMs ?? defaultTimeLimitMs,
    workerHeapMb,
  );
  const answer = await worker.ask({ ask: 'open' }).catch(async (error: unknown) => {
    await worker.end();
    throw error;
  });
  if (!('opened' in answer)) throw new Error('the sheet worker did not open');

  // The worker follows one reading; a new one takes its place, as it would with a file pointer.
  let reading = 0;
  async function* rows({ fromRow = 1 }: { fromRow?: number } = {}): AsyncGenerator<TableRow[]> {
    const mine = ++reading;
    let next = worker.ask({ ask: 'start', fromRow });
    for (;;) {
      const given = await next;
      if (!('rows' in given) || given.rows === null) return;
      yield given.rows;
      if (mine !== reading) throw new Error('these rows were left for another reading');
      next = worker.ask({ ask: 'next' });
    }
  }

  return {
    kind: 'xlsx',
    ...answer.opened,
    rows,
    countRows: async () => {
      let count = 0;
      for await (const chunk of rows()) count += chunk.length;
      return count;
    },
    close: () => worker.end(),
  };
}
