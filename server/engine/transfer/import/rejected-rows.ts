import { Readable } from 'node:stream';
import { AppError } from '#shared/errors.ts';
import { transferWords } from '#shared/messages/imports.ts';
import type { Ctx } from '../../context.ts';
import { csvWriter } from '../write/write-csv.ts';
import { eachProblem, type ProblemPhase, type ShownProblem } from './list-problems.ts';
import { withSource } from './open-source.ts';
import { loadImport } from './store.ts';

/** Rows that were refused, in the columns of the file with the reason behind, ready to be corrected and imported. */
export async function rejectedRows(ctx: Ctx, id: string, phase: ProblemPhase): Promise<Readable> {
  const { stored, options, plan } = await loadImport(ctx, id);
  if (stored === null || !plan) throw new AppError('gone');
  const words = transferWords[ctx.actor.language];
  const columns = [...plan.columns.map(({ name }) => name), words.reason];
  const writer = csvWriter(columns.map((name) => ({ name, kind: 'text' })));
  const source = Readable.from(rows());
  source.on('error', (error) => writer.destroy(error));
  writer.on('close', () => source.destroy());
  return source.pipe(writer);

  async function* rows(): AsyncGenerator<string[]> {
    const refused = byRow(eachProblem(ctx, id, phase));
    let next = await refused.next();
    if (next.done) return;
    // What is read is passed on one chunk at a time; a reader that stops early closes the file.
    const chunks = readChunks(ctx, stored ?? '', options, next.value.row);
    for await (const chunk of chunks) {
      for (const { rowNumber, cells } of chunk) {
        while (!next.done && next.value.row < rowNumber) next = await refused.next();
        if (next.done) return;
        if (next.value.row === rowNumber) yield [...cells, next.value.reason];
      }
    }
  }
}

/** The reasons of each row together; warnings alone refuse none. */
async function* byRow(problems: AsyncIterable<ShownProblem>) {
  let open: { row: number; reasons: string[] } | undefined;
  for await (const { row, rejects, column, message } of problems) {
    if (!rejects) continue;
    if (open && open.row !== row) yield { row: open.row, reason: open.reasons.join(' · ') };
    if (open?.row !== row) open = { row, reasons: [] };
    open.reasons.push(column === null ? message : `${column}: ${message}`);
  }
  if (open) yield { row: open.row, reason: open.reasons.join(' · ') };
}

async function* readChunks(
  ctx: Ctx,
  stored: string,
  options: Parameters<typeof withSource>[2],
  fromRow: number,
): AsyncGenerator<{ rowNumber: number; cells: string[] }[]> {
  const waiting: { rowNumber: number; cells: string[] }[][] = [];
  let wake = () => {};
  let taken = () => {};
  let ended = false;
  let stopped = false;
  const reading = withSource(ctx, stored, options, async (reader) => {
    for await (const chunk of reader.rows({ fromRow })) {
      if (stopped) return;
      waiting.push(chunk);
      wake();
      await new Promise<void>((resolve) => {
        taken = resolve;
      });
    }
  }).finally(() => {
    ended = true;
    wake();
  });
  try {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk) {
        yield chunk;
        taken();
        continue;
      }
      if (ended) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stopped = true;
    taken();
    await reading;
  }
}
