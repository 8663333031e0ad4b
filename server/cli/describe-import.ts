import type { ErrorCode } from '#shared/errors.ts';
import { errorWords } from '#shared/messages/errors.ts';
import { fill } from '#shared/messages/fill.ts';
import type {
  Import,
  PlannedColumn,
  RowCounts,
  ShownProblem,
} from '#engine/transfer/import/index.ts';

/** What an import did with each column and how many rows became what, line by line. */
export function describeImport({ id, state, plan, counts, questions, failure }: Import): string[] {
  const run = counts.run ?? counts.check;
  return [
    ...(plan?.columns ?? []).map(describeColumn),
    ...questions.map(
      ({ option, choices, columns, samples }) =>
        `Say --${option} ${choices.join('|')}: how to read ${columns.join(', ')} is not certain (${samples.join(', ')})`,
    ),
    ...(failure ? [reasonOf(failure)] : []),
    ...(run ? [describeCounts(run, counts.run === undefined)] : []),
    `Import ${id}: ${state}`,
  ];
}

function describeColumn({ name, target, by, confidence }: PlannedColumn): string {
  if (target === null) return `  ${name}: left out`;
  const how = by === 'given' ? 'as told' : `by its ${by}, ${Math.round(confidence * 100)} %`;
  return `  ${name} → ${target} (${how})`;
}

function describeCounts(rows: RowCounts, dry: boolean): string {
  const { related, created, updated, unchanged, skipped, rejected, duplicates } = rows;
  const parts = { created, updated, unchanged, skipped, rejected, duplicates };
  const words = Object.entries(parts).map(([name, count]) => `${count} ${name}`);
  const others = Object.entries(related).map(
    ([object, each]) => `${object}: ${each.created} created, ${each.updated} updated`,
  );
  return `${dry ? 'Would be: ' : ''}${[...words, ...others].join(', ')}`;
}

export const describeProblem = ({ row, column, value, message, rejects }: ShownProblem): string =>
  `  row ${row}${column === null ? '' : `, ${column}`}${value === null ? '' : ` (${value})`}: ` +
  `${message}${rejects ? ' Row not taken.' : ''}`;

function reasonOf({ code, params }: NonNullable<Import['failure']>): string {
  // A failure holds the code of the error that ended the import.
  const words = errorWords.en[code as ErrorCode];
  return `${words.title}: ${fill(words.detail, params)}`;
}
