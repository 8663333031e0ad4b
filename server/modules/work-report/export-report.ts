import { Readable, type Transform } from 'node:stream';
import { forbidden } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import type { CellValue, WriteColumn } from '#engine/transfer/write/table-column.ts';
import { csvWriter } from '#engine/transfer/write/write-csv.ts';
import { xlsxWriter } from '#engine/transfer/write/write-xlsx.ts';
import { figureKeys, type FigureKey, type Figures } from './figures.ts';
import { reportWords } from './report.words.ts';
import { workReport, type ReportQuery, type WorkReport } from './work-report.ts';

export interface ReportFile {
  fileName: string;
  contentType: string;
  content: Transform;
  rows: number;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The report as a file, with the sum at the end; for who may take activities out. */
export async function exportReport(
  ctx: Ctx,
  query: ReportQuery,
  format: 'csv' | 'xlsx',
): Promise<ReportFile> {
  if (!ctx.access.of('activity').export) throw forbidden();
  const report = await workReport(ctx, query);
  const words = reportWords[ctx.actor.language];
  const shown = figureKeys.filter((key) => report.total[key] !== null);
  const columns: WriteColumn[] = [
    { name: words[query.by], kind: 'text', width: 32 },
    ...shown.map((key): WriteColumn => ({ name: words[key], kind: 'number' })),
  ];
  const rows = [
    ...report.rows.map(({ key, figures }) => [titleOf(ctx, key, report), ...cells(figures, shown)]),
    [words.total, ...cells(report.total, shown)],
  ];
  const title = `${query.from} ${query.to}`;
  const writer = format === 'xlsx' ? xlsxWriter(columns, { title }) : csvWriter(columns);
  return {
    fileName: `work-report-${query.from}-${query.to}.${format}`,
    contentType: contentTypes[format],
    content: Readable.from(rows).pipe(writer),
    rows: report.rows.length,
  };
}

const cells = (figures: Figures, keys: readonly FigureKey[]): CellValue[] =>
  keys.map((key) => figures[key]);

function titleOf({ model, actor }: Ctx, key: unknown, { by }: WorkReport): string {
  const { nobody } = reportWords[actor.language];
  if (typeof key === 'object' && key !== null && 'title' in key)
    return typeof key.title === 'string' ? key.title : nobody;
  if (by !== 'kind' || typeof key !== 'string') return nobody;
  const field = model.objects.get('activity')?.fields.get('kind');
  const option =
    field?.kind === 'select' ? field.options.find(({ value }) => value === key) : undefined;
  return option?.label[actor.language] ?? key;
}
